package lichen.core.image;

import lichen.core.check.Require;

/**
 * The extents of an image in pixels. In JSON {@code [width, height]}.
 *
 * @param width columns
 * @param height rows
 */
public record Size(int width, int height) {
    private static final long MOST_PIXELS = 100_000_000;

    /** Checks that both are at least one, and that there are no more than 100 megapixels. */
    public Size {
        Require.atLeast(1, "width", width);
        Require.atLeast(1, "height", height);
        Require.that(
                (long) width * height <= MOST_PIXELS,
                "height",
                "must make at most 100 megapixels with the width, but " + width + " x " + height + " are more");
    }

    /** These extents times a factor, rounded, at least one. */
    public Size scaled(double factor) {
        return new Size(
                Math.max(1, Math.toIntExact(Math.round(width * factor))),
                Math.max(1, Math.toIntExact(Math.round(height * factor))));
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
