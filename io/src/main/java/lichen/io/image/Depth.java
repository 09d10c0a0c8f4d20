package lichen.io.image;

/** How finely a file keeps each channel. */
public enum Depth {
    /** 256 levels a channel: what every viewer shows. */
    EIGHT_BITS(255),
    /** 65,536 levels a channel: for measuring and for going on with. */
    SIXTEEN_BITS(65_535);

    private final int largest;

    Depth(int largest) {
        this.largest = largest;
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
