package lichen.synthesis.diffusion;

import java.util.stream.IntStream;
import lichen.core.image.Image;
import lichen.core.image.Size;

/** An image, gone on with as if it tiled beyond its right and lower border by a patch, so that every patch lies in rows. */
final class Queries {
    private final QueryGrid grid;
    private final int[] regions;
    private final int patch;
    private final int width;
    private final float[] values;

    /** The patches of an image of one region. */
    Queries(float[] image, QueryGrid grid, int patch) {
        this(image, grid, new int[grid.count()], patch);
    }

    /**
     * The patches of an image.
     *
     * @param regions that of each patch
     */
    Queries(float[] image, QueryGrid grid, int[] regions, int patch) {
        this.grid = grid;
        this.regions = regions;
        this.patch = patch;
        width = grid.size().width() + patch;
        values = extended(image);
    }

    private float[] extended(float[] image) {
        Size size = grid.size();
        float[] extended = new float[width * (size.height() + patch) * Image.CHANNELS];
        for (int y = 0; y < size.height() + patch; y++) {
            int row = y % size.height() * size.width();
            for (int x = 0; x < width; x++) {
                int from = (row + x % size.width()) * Image.CHANNELS;
                int to = (y * width + x) * Image.CHANNELS;
                System.arraycopy(image, from, extended, to, Image.CHANNELS);
            }
        }
        return extended;
    }

    /** Which patches. */
    QueryGrid grid() {
        return grid;
    }

    /** The region of a patch. */
    int region(int query) {
        return regions[query];
    }

    /** All patches of a region. */
    int[] ofRegion(int region) {
        return IntStream.range(0, regions.length)
                .filter(query -> regions[query] == region)
                .toArray();
    }

    /** The regions that there are. */
    int[] regions() {
        return IntStream.of(regions).distinct().sorted().toArray();
    }

    /**
     * The squared distance of a patch from one of the photograph.
     *
     * @param query which patch of the grid
     * @param photograph the photograph's numbers
     * @param photographWidth length of its rows in pixels
     * @param place the other's corner
     * @param enough the distance from which on it is of no interest
     * @return the distance, or something not below {@code enough}
     */
    float distance(int query, float[] photograph, int photographWidth, int place, float enough) {
        int here = (grid.y(query) * width + grid.x(query)) * Image.CHANNELS;
        int there = place * Image.CHANNELS;
        int length = patch * Image.CHANNELS;
        float sum = 0;
        for (int row = 0; row < patch && sum < enough; row++) {
            sum += squares(here, photograph, there, length);
            here += width * Image.CHANNELS;
            there += photographWidth * Image.CHANNELS;
        }
        return sum;
    }

    /** Four sums side by side: no addition waits for the one before. */
    private float squares(int here, float[] photograph, int there, int length) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            float a = values[here + i] - photograph[there + i];
            float b = values[here + i + 1] - photograph[there + i + 1];
            float c = values[here + i + 2] - photograph[there + i + 2];
            float d = values[here + i + 3] - photograph[there + i + 3];
            first += a * a;
            second += b * b;
            third += c * c;
            fourth += d * d;
        }
        for (; i < length; i++) {
            float a = values[here + i] - photograph[there + i];
            first += a * a;
        }
        return first + second + (third + fourth);
    }
}
