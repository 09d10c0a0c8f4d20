package lichen.io.webp;

import java.util.Arrays;

/**
 * Levels of luma or of a colour difference, in whole macroblocks, with the border that prediction sees: a row of 127 above,
 * and a column of 129 to the left.
 */
final class MacroblockPlane {
    private static final int ABOVE = 127;
    private static final int LEFT = 129;

    private final byte[] levels;
    private final int stride;

    MacroblockPlane(int width, int height) {
        stride = width + 1;
        levels = new byte[stride * (height + 1)];
        for (int y = 0; y < height; y++) {
            set(-1, y, LEFT);
        }
        Arrays.fill(levels, 0, stride, (byte) ABOVE);
    }

    /** A level; x and y from -1. */
    int get(int x, int y) {
        return Byte.toUnsignedInt(levels[(y + 1) * stride + x + 1]);
    }

    /** Puts a level; what lies outside of 0 to 255 becomes the nearest end. */
    void set(int x, int y, int level) {
        levels[(y + 1) * stride + x + 1] = (byte) Math.max(0, Math.min(255, level));
    }

    /** Where a level is kept; the next below is {@link #stride()} further. */
    int index(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    int stride() {
        return stride;
    }

    /** The level at an index. */
    int at(int index) {
        return Byte.toUnsignedInt(levels[index]);
    }

    /** Puts a level at an index, as {@link #set}. */
    void put(int index, int level) {
        levels[index] = (byte) Math.max(0, Math.min(255, level));
    }
}
