package lichen.io.image;

import java.util.Optional;

/** The formats that are read, told apart by a file's first bytes and never by its name. */
enum ImageFormat {
    PNG("png"),
    JPEG("jpeg"),
    TIFF("tiff"),
    WEBP("webp");

    private final String reader;

    ImageFormat(String reader) {
        this.reader = reader;
    }

    /** The name under which ImageIO knows the format. */
    String reader() {
        return reader;
    }

    /** The format of a file, if it is one of these. */
    static Optional<ImageFormat> of(byte[] file) {
        if (ForeignFormat.hasMark(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (ForeignFormat.hasMark(file, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (ForeignFormat.hasMark(file, 0, "II*\0") || ForeignFormat.hasMark(file, 0, "MM\0*")) {
            return Optional.of(TIFF);
        }
        if (ForeignFormat.hasMark(file, 0, "RIFF") && ForeignFormat.hasMark(file, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }
}
