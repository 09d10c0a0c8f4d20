package lichen.io.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        if (startsWith(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (startsWith(file, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (startsWith(file, 0, "II*\0") || startsWith(file, 0, "MM\0*")) {
            return Optional.of(TIFF);
        }
        if (startsWith(file, 0, "RIFF") && startsWith(file, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    /** What a file of another kind seems to be, in words. */
    static String describe(byte[] file) {
        if (startsWith(file, 0, "GIF8")) {
            return "a GIF image";
        }
        if (startsWith(file, 4, "ftyphe") || startsWith(file, 4, "ftypmif1")) {
            return "a HEIF image";
        }
        if (startsWith(file, 4, "ftypavif")) {
            return "an AVIF image";
        }
        if (startsWith(file, 0, "8BPS")) {
            return "a Photoshop document";
        }
        if (startsWith(file, 0, "BM")) {
            return "a BMP image";
        }
        if (startsWith(file, 0, "%PDF")) {
            return "a PDF document";
        }
        return "not an image";
    }

    private static boolean startsWith(byte[] file, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + expected.length;
        return end <= file.length && Arrays.equals(expected, Arrays.copyOfRange(file, offset, end));
    }
}
