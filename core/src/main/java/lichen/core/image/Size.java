package lichen.core.image;

import lichen.core.check.Require;

/**
 * The extents of an image in pixels. In JSON {@code [width, height]}.
 *
 * @param width columns
 * @param height rows
 */
public record Size(int width, int height) {
    /** Checks that both are at least one. */
    public Size {
        Require.atLeast(1, "width", width);
        Require.atLeast(1, "height", height);
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
