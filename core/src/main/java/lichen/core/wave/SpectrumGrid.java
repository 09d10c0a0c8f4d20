package lichen.core.wave;

import lichen.core.check.Require;

/**
 * The extents of a plane {@code [H,W]}, stored row by row, and of its spectrum. A spectrum holds the frequencies 0, 1, ...,
 * then the negative ones up to -1, along both axes; its numbers are complex, real and imaginary part in turns.
 *
 * @param height H
 * @param width W
 */
public record SpectrumGrid(int height, int width) {
    /** Checks that there is a pixel. */
    public SpectrumGrid {
        Require.atLeast(1, "height", height);
        Require.atLeast(1, "width", width);
    }

    /** The number of pixels. */
    public int pixels() {
        return height * width;
    }

    /** The grid of half the height and width. */
    public SpectrumGrid halved() {
        return new SpectrumGrid(height / 2, width / 2);
    }

    /** The frequency at an index of an axis: half of them are negative. */
    public static int frequency(int index, int length) {
        return index < (length + 1) / 2 ? index : index - length;
    }

    /** The index of a frequency of an axis. */
    public static int index(int frequency, int length) {
        return frequency < 0 ? frequency + length : frequency;
    }
}
