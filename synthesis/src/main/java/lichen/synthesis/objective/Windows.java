package lichen.synthesis.objective;

/**
 * The squares of feature maps that a term compares, each by itself.
 *
 * @param side of a square; 1 for single pixels
 * @param stride from one square of the image to the next; of a photograph all are looked at
 */
public record Windows(int side, int stride) {
    /** Single pixels. */
    static final Windows PIXELS = new Windows(1, 1);
}
