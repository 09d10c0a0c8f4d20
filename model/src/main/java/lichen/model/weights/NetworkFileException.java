package lichen.model.weights;

import java.io.IOException;
import lichen.core.plugin.FileReference;

/** A file that holds no network, or one that cannot be used. */
public final class NetworkFileException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 2000;

    /**
     * Names the file and says what is wrong with it.
     *
     * @param file the file
     * @param reason what was found, why it is wrong and the way out, on one line
     */
    public NetworkFileException(FileReference file, String reason) {
        super(file + ": " + oneLine(reason));
    }

    /**
     * Names the file, says what is wrong with it and keeps the cause.
     *
     * @param file the file
     * @param reason what was found, why it is wrong and the way out, on one line
     * @param cause what the reader met
     */
    public NetworkFileException(FileReference file, String reason, Throwable cause) {
        super(file + ": " + oneLine(reason), cause);
    }

    /** Names in a file may hold line breaks, or be endless. */
    private static String oneLine(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }
}
