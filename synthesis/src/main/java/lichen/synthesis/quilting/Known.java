package lichen.synthesis.quilting;

import lichen.core.image.Image;

/**
 * The pixels that lie already where a block goes.
 *
 * @param offsets where each pixel stands in the photograph, after the block's first number
 * @param colours the pixels, three numbers each
 */
record Known(int[] offsets, float[] colours) {
    private static final int BETWEEN_LOOKS = 16;

    /**
     * Collects the pixels.
     *
     * @param photographWidth the width of the photograph that blocks are compared with
     */
    static Known of(Patchwork laid, BlockPlace at, Overlap overlap, int photographWidth) {
        int block = overlap.block();
        int[] offsets = new int[block * block];
        float[] colours = new float[block * block * Image.CHANNELS];
        int count = 0;
        for (int row = 0; row < block; row++) {
            for (int column = 0; column < block; column++) {
                if (overlap.covers(column, row)) {
                    offsets[count] = (row * photographWidth + column) * Image.CHANNELS;
                    int from = laid.at(at.x() + column, at.y() + row);
                    System.arraycopy(laid.numbers(), from, colours, count * Image.CHANNELS, Image.CHANNELS);
                    count++;
                }
            }
        }
        int[] kept = new int[count];
        System.arraycopy(offsets, 0, kept, 0, count);
        return new Known(kept, colours);
    }

    /**
     * The sum of squared differences to a block.
     *
     * @param photograph the numbers of the photograph
     * @param first where the block begins in them
     * @param bound above it, the sum may end early
     */
    double error(float[] photograph, int first, double bound) {
        double sum = 0;
        for (int i = 0; i < offsets.length; i++) {
            int here = first + offsets[i];
            int there = i * Image.CHANNELS;
            double red = photograph[here] - colours[there];
            double green = photograph[here + 1] - colours[there + 1];
            double blue = photograph[here + 2] - colours[there + 2];
            sum += red * red + green * green + blue * blue;
            if (i % BETWEEN_LOOKS == 0 && sum > bound) {
                return sum;
            }
        }
        return sum;
    }
}
