package lichen.synthesis.filling;

import java.util.Arrays;
import lichen.core.check.Require;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;

/** The pixels of an image that are missing. */
public final class Hole {
    private static final float BRIGHT = 0.5f;

    private final Size size;
    private final int[] counts; // of missing pixels above and left of each corner, [H+1][W+1]

    private Hole(Size size, boolean[] missing) {
        this.size = size;
        int row = size.width() + 1;
        counts = new int[row * (size.height() + 1)];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int own = missing[y * size.width() + x] ? 1 : 0;
                counts[(y + 1) * row + x + 1] =
                        own + counts[y * row + x + 1] + counts[(y + 1) * row + x] - counts[y * row + x];
            }
        }
    }

    /** What a mask shows: the pixels that are brighter than mid-grey. */
    public static Hole of(Image mask) {
        boolean[] missing = new boolean[mask.width() * mask.height()];
        float[] rgb = mask.toArray();
        for (int i = 0; i < missing.length; i++) {
            int first = i * Image.CHANNELS;
            missing[i] = rgb[first] + rgb[first + 1] + rgb[first + 2] > BRIGHT * Image.CHANNELS;
        }
        return new Hole(mask.size(), missing);
    }

    /**
     * All but a part of an image.
     *
     * @throws lichen.core.check.InvalidValueException if the part reaches outside
     */
    public static Hole around(Crop part, Size size) {
        part.requireInside(size);
        boolean[] missing = new boolean[size.width() * size.height()];
        Arrays.fill(missing, true);
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int start = y * size.width() + part.x();
            Arrays.fill(missing, start, start + part.width(), false);
        }
        return new Hole(size, missing);
    }

    /** What is missing in one or the other. */
    public Hole with(Hole other) {
        Require.that(size.equals(other.size), "mask", "must have " + size + " pixels, but has " + other.size);
        boolean[] missing = new boolean[size.width() * size.height()];
        for (int i = 0; i < missing.length; i++) {
            int x = i % size.width();
            int y = i / size.width();
            missing[i] = isAt(x, y) || other.isAt(x, y);
        }
        return new Hole(size, missing);
    }

    /** The extents of the image. */
    public Size size() {
        return size;
    }

    /** Whether a pixel is missing. */
    public boolean isAt(int x, int y) {
        return touches(x, y, 1);
    }

    /** Whether a square holds a pixel that is missing. */
    boolean touches(int x, int y, int side) {
        return count(x, y, x + side, y + side) > 0;
    }

    /** How many pixels are missing. */
    public int pixels() {
        return count(0, 0, size.width(), size.height());
    }

    /** The hole at other extents: a pixel is missing that covers any part of it. */
    Hole at(Size other) {
        if (other.equals(size)) {
            return this;
        }
        boolean[] missing = new boolean[other.width() * other.height()];
        double across = (double) size.width() / other.width();
        double down = (double) size.height() / other.height();
        for (int i = 0; i < missing.length; i++) {
            int x = i % other.width();
            int y = i / other.width();
            missing[i] = count(
                            (int) (x * across),
                            (int) (y * down),
                            end(x, across, size.width()),
                            end(y, down, size.height()))
                    > 0;
        }
        return new Hole(other, missing);
    }

    private static int end(int pixel, double factor, int extent) {
        return Math.min(extent, (int) Math.ceil((pixel + 1) * factor - 1e-9));
    }

    private int count(int left, int top, int right, int bottom) {
        int row = size.width() + 1;
        return counts[bottom * row + right]
                - counts[top * row + right]
                - counts[bottom * row + left]
                + counts[top * row + left];
    }
}
