package lichen.io.image;

import java.util.Optional;

/**
 * What a download or a copy leaves that was broken off: a file of the full length whose end is zeros. Decoders make grey,
 * black or noise of it, and some pictures really end so; hence a warning and no refusal.
 */
final class ZeroTail {
    /** Shorter runs come about in whole files. */
    private static final int LEAST = 64;

    /** Of a file whose numbers are not packed, a smaller share is a dark border. */
    private static final int SHARE = 50;

    private ZeroTail() {}

    /** What to say of a file, if its end is zeros. A PNG has checksums, and needs no warning. */
    static Optional<String> warning(ImageFile file) {
        byte[] bytes = file.pixels();
        int start = file.end();
        while (start > 0 && bytes[start - 1] == 0) {
            start--;
        }
        int zeros = file.end() - start;
        boolean isSuspect = switch (file.format()) {
            case PNG -> false;
            case JPEG -> !ForeignFormat.hasMark(bytes, start - 2, "\u00ff\u00d9");
            case TIFF, WEBP -> zeros > file.end() / SHARE;
        };
        return isSuspect && zeros >= LEAST
                ? Optional.of(
                        "the last " + zeros + " of its " + file.end() + " bytes are zeros: if the lower part of the"
                                + " picture is not what it should be, get the file again")
                : Optional.empty();
    }
}
