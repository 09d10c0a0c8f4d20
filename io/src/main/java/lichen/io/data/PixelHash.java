package lichen.io.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lichen.core.image.Image;
import lichen.io.image.Depth;

/** What an image shows, as a hash: that of its 8-bit pixels, so that it does not change with an encoder's version. */
final class PixelHash {
    private PixelHash() {}

    /** The SHA-256 of the levels, {@code [H][W][3]} a byte each; 64 hexadecimal digits. */
    static String of(Image image) {
        float[] values = image.toArray();
        byte[] levels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            levels[i] = (byte) Depth.EIGHT_BITS.level(values[i]);
        }
        return hex(levels);
    }

    /** The SHA-256 of some bytes; 64 hexadecimal digits. */
    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
