package lichen.synthesis.diffusion;

import lichen.core.image.Image;
import lichen.core.image.Size;

/** Overlapping patches, laid over each other: their mean at each pixel, those whose middle is near weighing most. */
final class Fold {
    /** Deviation of the window's bell curve, in half sides of a patch: the wider, the more contrast is lost in the mean. */
    private static final double WINDOW = 0.15;

    private final Size size;
    private final int patch;
    private final float[] window;
    private final float[] sums;
    private final float[] weights;

    Fold(Size size, int patch) {
        this.size = size;
        this.patch = patch;
        window = new float[patch * patch];
        for (int i = 0; i < window.length; i++) {
            double x = 2.0 * (i % patch) / (patch - 1) - 1;
            double y = 2.0 * (i / patch) / (patch - 1) - 1;
            window[i] = (float) StrictMath.exp(-(x * x + y * y) / (2 * WINDOW * WINDOW));
        }
        sums = new float[size.width() * size.height() * Image.CHANNELS];
        weights = new float[size.width() * size.height()];
    }

    /**
     * Lays a patch.
     *
     * @param x column of its corner in the image
     * @param y row of its corner
     * @param values where its numbers are
     * @param width pixels in a row of those
     * @param corner which pixel of those is its corner
     */
    void lay(int x, int y, float[] values, int width, int corner) {
        for (int row = 0; row < patch; row++) {
            int line = (y + row) % size.height() * size.width();
            for (int column = 0; column < patch; column++) {
                int pixel = line + (x + column) % size.width();
                int from = (corner + row * width + column) * Image.CHANNELS;
                float weight = window[row * patch + column];
                weights[pixel] += weight;
                for (int channel = 0; channel < Image.CHANNELS; channel++) {
                    sums[pixel * Image.CHANNELS + channel] += weight * values[from + channel];
                }
            }
        }
    }

    /** The means. */
    float[] image() {
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i] / weights[i / Image.CHANNELS];
        }
        return means;
    }
}
