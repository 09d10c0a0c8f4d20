package lichen.model.spec;

import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.model.operation.Convolve;

/**
 * A fixed convolution after which neighbouring pixels, and the colours, of a typical photograph are uncorrelated.
 *
 * <p>w[o,y,x,i] = g C[o,i] h[y,x]. Photographs have amplitudes that fall as 1/f, so the amplitude of h is f, in cycles per
 * pixel; cut to 9 x 9 pixels, it lets through what is slower than some thirty pixels with a gain of about 0.04 instead of
 * 0. C is the inverse square root of the covariance of red, green and blue. With g, the 1/f noise of these colours comes
 * out as white noise of standard deviation 1/2 in each channel, if its pixels are in [-1,1].
 *
 * <p>Unlike the retina's, this filter does not spare the highest frequencies: what is not seen there stays in the image as
 * noise.
 *
 * <p>Source: Field (1987); the covariance is that of {@link PhotographNoise}.
 */
final class Whitening {
    static final int SIDE = 9;

    /** Frequencies in each direction. */
    private static final int GRID = 64;

    private static final double DEVIATION = 0.5;

    /** The range of pixels is [-1,1]: twice that of the covariance. */
    private static final double RANGE = 2;

    private Whitening() {}

    /** The convolution, valid, of three channels to three. */
    static Convolve convolution() {
        double[] spatial = spatial();
        double[][] colours = colours();
        double gain = gain();
        float[] weights = new float[Image.CHANNELS * spatial.length * Image.CHANNELS];
        for (int i = 0; i < weights.length; i++) {
            int input = i % Image.CHANNELS;
            int tap = i / Image.CHANNELS % spatial.length;
            int output = i / Image.CHANNELS / spatial.length;
            weights[i] = (float) (gain * colours[output][input] * spatial[tap]);
        }
        return new Convolve(
                new Convolution(SIDE, SIDE, 1, Convolution.Padding.VALID),
                NdArray.of(weights, Image.CHANNELS, SIDE, SIDE, Image.CHANNELS),
                NdArray.of(new float[Image.CHANNELS], Image.CHANNELS),
                false);
    }

    /** h: the inverse Fourier transform of f, its middle. */
    private static double[] spatial() {
        double[] kernel = new double[SIDE * SIDE];
        for (int u = 0; u < GRID; u++) {
            for (int v = 0; v < GRID; v++) {
                double frequency = frequency(u, v);
                for (int tap = 0; tap < kernel.length; tap++) {
                    int y = tap / SIDE - SIDE / 2;
                    int x = tap % SIDE - SIDE / 2;
                    kernel[tap] += frequency * Math.cos(2 * Math.PI * (u * y + v * x) / GRID) / (GRID * GRID);
                }
            }
        }
        return kernel;
    }

    /** C: the inverse square root of the covariance. */
    private static double[][] colours() {
        double[][] axes = PhotographNoise.AXES;
        double[][] inverse = new double[Image.CHANNELS][Image.CHANNELS];
        for (int axis = 0; axis < PhotographNoise.VARIANCES.length; axis++) {
            for (int o = 0; o < Image.CHANNELS; o++) {
                for (int i = 0; i < Image.CHANNELS; i++) {
                    inverse[o][i] += axes[axis][o] * axes[axis][i] / Math.sqrt(PhotographNoise.VARIANCES[axis]);
                }
            }
        }
        return inverse;
    }

    /** g: 1/f noise of variance 1 has the power a/f^2 with a = 1 / mean(1/f^2), and leaves h with the variance a. */
    private static double gain() {
        double inverseSquares = 0;
        for (int u = 0; u < GRID; u++) {
            for (int v = 0; v < GRID; v++) {
                double frequency = frequency(u, v);
                inverseSquares += frequency > 0 ? 1 / (frequency * frequency) : 0;
            }
        }
        return DEVIATION / RANGE * Math.sqrt(inverseSquares / (GRID * GRID));
    }

    private static double frequency(int u, int v) {
        return Math.hypot(Math.min(u, GRID - u), Math.min(v, GRID - v)) / GRID;
    }
}
