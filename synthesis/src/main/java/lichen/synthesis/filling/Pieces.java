package lichen.synthesis.filling;

import lichen.core.image.Image;
import lichen.core.image.Size;

/** An image some of whose pixels are taken from others of its own. */
final class Pieces {
    private final Size size;
    private final Hole hole;
    private final float[] rgb;
    private final boolean[] known;
    private final int[] sources;
    private int laid;

    /** Nothing is laid in the hole. */
    Pieces(Image image, Hole hole) {
        size = image.size();
        this.hole = hole;
        rgb = image.toArray();
        known = new boolean[size.width() * size.height()];
        sources = new int[known.length];
        for (int pixel = 0; pixel < known.length; pixel++) {
            known[pixel] = !hole.isAt(pixel % size.width(), pixel / size.width());
            sources[pixel] = pixel;
        }
    }

    Size size() {
        return size;
    }

    Hole hole() {
        return hole;
    }

    /** How many of the hole's pixels are laid. */
    int laid() {
        return laid;
    }

    /** Whether a pixel is known or laid. */
    boolean has(int pixel) {
        return known[pixel];
    }

    /** The numbers, only read. */
    float[] rgb() {
        return rgb;
    }

    /**
     * Lays what is missing in a square.
     *
     * @param square its first pixel
     * @param source the first pixel of the square that it is taken from
     */
    void lay(int square, int source, int side) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int step = row * size.width() + column;
                if (!known[square + step]) {
                    known[square + step] = true;
                    laid++;
                    sources[square + step] = source + step;
                    System.arraycopy(
                            rgb,
                            (source + step) * Image.CHANNELS,
                            rgb,
                            (square + step) * Image.CHANNELS,
                            Image.CHANNELS);
                }
            }
        }
    }

    Image image() {
        return Image.of(size.width(), size.height(), rgb);
    }

    /** Where each pixel of an image of other extents, of which this one has the layout, is taken from: of the known ones, from itself. */
    int[] at(Hole whole) {
        if (whole.size().equals(size)) {
            return sources.clone();
        }
        int width = whole.size().width();
        int height = whole.size().height();
        int[] there = new int[width * height];
        for (int pixel = 0; pixel < there.length; pixel++) {
            int x = pixel % width;
            int y = pixel / width;
            there[pixel] = pixel;
            if (whole.isAt(x, y)) {
                int column = (int) ((long) x * size.width() / width);
                int row = (int) ((long) y * size.height() / height);
                int source = sources[row * size.width() + column];
                int right = along(x, column, source % size.width(), size.width(), width);
                int down = along(y, row, source / size.width(), size.height(), height);
                there[pixel] = down * width + right;
            }
        }
        return there;
    }

    /** The pixel that lies in the source's part of an axis where this one lies in its own. */
    private static int along(int place, int own, int source, int few, int many) {
        int begin = (int) ((long) source * many / few);
        int end = (int) (((long) (source + 1) * many + few - 1) / few);
        return Math.min(end - 1, begin + place - (int) ((long) own * many / few));
    }
}
