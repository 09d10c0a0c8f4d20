package lichen.io.data;

import lichen.core.image.Image;

/**
 * How a patch looks, as two numbers. Luma is {@code Y = 0.2126 R + 0.7152 G + 0.0722 B} of the sRGB values.
 *
 * @param contrast the standard deviation of luma over the pixels, in [0, 0.5]
 * @param sharpness {@code Var(laplace Y) / Var(Y)}, where Y is luma averaged over blocks of 2 x 2 pixels and the Laplacian
 *     has five points; 20 for white noise, next to nothing out of focus, 0 for a patch of one colour. Invariant to exposure.
 *     The variance of the Laplacian is the measure of Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy"
 *     (ICPR 2000); the blocks keep the rounding to 8 bits, which a blurred patch has too, from counting as detail
 */
public record Appearance(double contrast, double sharpness) {
    private static final double[] LUMA = {0.2126, 0.7152, 0.0722};

    /** Measures a patch of at least 6 x 6 pixels. */
    static Appearance of(Image patch) {
        double[][] luma = luma(patch);
        double[][] halved = halved(luma);
        double spread = variance(halved);
        double sharpness = spread == 0 ? 0 : variance(laplacian(halved)) / spread;
        return new Appearance(Math.sqrt(variance(luma)), sharpness);
    }

    private static double[][] luma(Image patch) {
        double[][] luma = new double[patch.height()][patch.width()];
        for (int y = 0; y < patch.height(); y++) {
            for (int x = 0; x < patch.width(); x++) {
                for (int channel = 0; channel < Image.CHANNELS; channel++) {
                    luma[y][x] += LUMA[channel] * patch.at(x, y, channel);
                }
            }
        }
        return luma;
    }

    private static double[][] halved(double[][] values) {
        double[][] halved = new double[values.length / 2][values[0].length / 2];
        for (int y = 0; y < halved.length; y++) {
            double[] upper = values[2 * y];
            double[] lower = values[2 * y + 1];
            for (int x = 0; x < halved[y].length; x++) {
                halved[y][x] = (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]) / 4;
            }
        }
        return halved;
    }

    /** Four times each inner value, less its four neighbours. */
    private static double[][] laplacian(double[][] values) {
        double[][] result = new double[values.length - 2][values[0].length - 2];
        for (int y = 0; y < result.length; y++) {
            for (int x = 0; x < result[y].length; x++) {
                result[y][x] = 4 * values[y + 1][x + 1]
                        - values[y][x + 1]
                        - values[y + 2][x + 1]
                        - values[y + 1][x]
                        - values[y + 1][x + 2];
            }
        }
        return result;
    }

    private static double variance(double[][] values) {
        double mean = mean(values);
        double sum = 0;
        for (double[] row : values) {
            for (double value : row) {
                sum += (value - mean) * (value - mean);
            }
        }
        return sum / ((double) values.length * values[0].length);
    }

    private static double mean(double[][] values) {
        double sum = 0;
        for (double[] row : values) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum / ((double) values.length * values[0].length);
    }
}
