package lichen.app.experiment;

import lichen.core.image.Image;

/** An image laid beside and below itself: where it does not tile, a seam shows. */
final class Tiling {
    private Tiling() {}

    static Image twoByTwo(Image image) {
        int width = image.width();
        int height = image.height();
        float[] one = image.toArray();
        int row = width * Image.CHANNELS;
        float[] four = new float[4 * one.length];
        for (int y = 0; y < 2 * height; y++) {
            int from = y % height * row;
            System.arraycopy(one, from, four, 2 * y * row, row);
            System.arraycopy(one, from, four, (2 * y + 1) * row, row);
        }
        return Image.of(2 * width, 2 * height, four);
    }
}
