package lichen.app.experiment.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lichen.io.image.PngText;

/**
 * That an image was not made by the run: the image carries it.
 *
 * @param isLossless whether the file that it was taken from holds every pixel as its program made it; JPEG does not
 */
public record Origin(boolean isLossless) {
    private static final String KEYWORD = "lichen-taken";
    private static final String LOSSLESS = "from a lossless file";
    private static final String LOSSY = "from a lossy file";

    /** What an image tells; nothing where the run has made it. */
    public static Optional<Origin> read(Path image) throws IOException {
        return PngText.read(image, KEYWORD).map(line -> new Origin(line.text().equals(LOSSLESS)));
    }

    /** The line that an image carries. */
    PngText text() {
        return new PngText(KEYWORD, isLossless ? LOSSLESS : LOSSY);
    }
}
