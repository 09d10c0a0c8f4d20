package lichen.model.graph;

/**
 * Feature maps in float64.
 *
 * @param height rows
 * @param width columns
 * @param channels numbers per pixel
 * @param values {@code [height][width][channels]}, flat
 */
public record Maps(int height, int width, int channels, double[] values) {
    /** Maps of zeros. */
    public static Maps zeros(int height, int width, int channels) {
        return new Maps(height, width, channels, new double[height * width * channels]);
    }

    /** One number. */
    public double at(int y, int x, int channel) {
        return values[(y * width + x) * channels + channel];
    }

    /** The mean of each channel. */
    public double[] means() {
        double[] means = new double[channels];
        for (int i = 0; i < values.length; i++) {
            means[i % channels] += values[i] / (height * width);
        }
        return means;
    }
}
