package lichen.io.image;

import java.io.IOException;

/** An image file that cannot be used: one line with the file, what was found in it, and the way out. */
public final class ImageFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    ImageFileException(String file, String problem) {
        super(file + ": " + problem);
        this.problem = problem;
    }

    ImageFileException(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
        this.problem = problem;
    }

    /** What is wrong, without the file: equal for files that cannot be used for the same reason. */
    public String problem() {
        return problem;
    }
}
