package lichen.app.quality.control;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;

/** Square tiles of an image in another order: right in every detail, wrong at the seams, and a copy. */
final class ShuffledTiles {
    private ShuffledTiles() {}

    /** Where the side is no multiple of a tile's, the last row or column of tiles overlaps the one before. */
    static Image of(Image image, int side, RandomGenerator random) {
        int tile = Math.min(side, Math.min(image.width(), image.height()));
        int columns = (image.width() + tile - 1) / tile;
        int rows = (image.height() + tile - 1) / tile;
        int[] order = order(columns * rows, random);
        float[] from = image.toArray();
        float[] to = new float[from.length];
        for (int place = 0; place < order.length; place++) {
            int source = corner(order[place], columns, tile, image);
            int target = corner(place, columns, tile, image);
            for (int row = 0; row < tile; row++) {
                int line = row * image.width();
                System.arraycopy(
                        from,
                        (source + line) * Image.CHANNELS,
                        to,
                        (target + line) * Image.CHANNELS,
                        tile * Image.CHANNELS);
            }
        }
        return Image.of(image.width(), image.height(), to);
    }

    private static int corner(int index, int columns, int tile, Image image) {
        int x = Math.min(index % columns * tile, image.width() - tile);
        int y = Math.min(index / columns * tile, image.height() - tile);
        return y * image.width() + x;
    }

    private static int[] order(int count, RandomGenerator random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
