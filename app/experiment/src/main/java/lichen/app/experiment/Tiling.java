package lichen.app.experiment;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;

/** An image as a tile: laid beside and below itself, where a seam would show, or begun at another place. */
public final class Tiling {
    private Tiling() {}

    public static Image twoByTwo(Image image) {
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

    /** The same tile, begun at a random place. */
    static Image rolled(Image image, RandomGenerator random) {
        int right = random.nextInt(image.width());
        int down = random.nextInt(image.height());
        float[] from = image.toArray();
        float[] to = new float[from.length];
        int row = image.width() * Image.CHANNELS;
        for (int y = 0; y < image.height(); y++) {
            int start = (y + down) % image.height() * row;
            System.arraycopy(from, y * row, to, start + right * Image.CHANNELS, row - right * Image.CHANNELS);
            System.arraycopy(from, y * row + row - right * Image.CHANNELS, to, start, right * Image.CHANNELS);
        }
        return Image.of(image.width(), image.height(), to);
    }
}
