package lichen.io.image;

import lichen.core.image.Image;

/** How finely a file keeps each channel. */
public enum Depth {
    /** 256 levels a channel: what every viewer shows. */
    EIGHT_BITS(255),
    /** 65,536 levels a channel: for measuring and for going on with. */
    SIXTEEN_BITS(65_535);

    /** What a level of 8 bits may differ from a whole number; one of 16 bits differs by 1/257 or more. */
    private static final float ROUNDING = 1e-3f;

    private final int largest;

    Depth(int largest) {
        this.largest = largest;
    }

    /** The least that keeps every number of an image that was read as it is. */
    public static Depth keeping(Image image) {
        for (float value : image.toArray()) {
            if (Math.abs(value * EIGHT_BITS.largest - Math.round(value * EIGHT_BITS.largest)) > ROUNDING) {
                return SIXTEEN_BITS;
            }
        }
        return EIGHT_BITS;
    }

    /** The level that stands for 1. */
    int largest() {
        return largest;
    }

    /** The level nearest to a value; values outside [0,1] become the nearest end, not-a-number becomes 0. */
    public int level(float value) {
        return value > 0 ? Math.round(Math.min(value, 1f) * largest) : 0;
    }
}
