package lichen.core.image;

import lichen.core.check.Require;

/**
 * A box of pixels, the origin in the upper left corner. In JSON {@code [x, y, width, height]}.
 *
 * @param x the first column
 * @param y the first row
 * @param width columns
 * @param height rows
 */
public record Crop(int x, int y, int width, int height) {
    /** Checks that the box is not empty and starts inside. */
    public Crop {
        Require.atLeast(0, "x", x);
        Require.atLeast(0, "y", y);
        Require.atLeast(1, "width", width);
        Require.atLeast(1, "height", height);
    }

    /** Width and height. */
    public Size size() {
        return new Size(width, height);
    }

    /**
     * Checks that the box lies inside an image.
     *
     * @throws lichen.core.check.InvalidValueException if it reaches outside
     */
    public void requireInside(Size image) {
        Require.that(
                (long) x + width <= image.width() && (long) y + height <= image.height(),
                "crop",
                "must lie inside the image of " + image + " pixels, but is " + this);
    }

    @Override
    public String toString() {
        return "[" + x + ", " + y + ", " + width + ", " + height + "]";
    }
}
