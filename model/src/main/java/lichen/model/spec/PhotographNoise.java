package lichen.model.spec;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.Size;

/**
 * What is typical of photographs: how their red, green and blue vary together, and noise with their colours and their 1/f
 * amplitudes.
 *
 * <p>Sources: Krizhevsky, Sutskever and Hinton, "ImageNet classification with deep convolutional neural networks" (2012),
 * section 4.1, for the colours; Field, "Relations between the statistics of natural images and the response properties of
 * cortical cells" (1987), for 1/f.
 */
final class PhotographNoise {
    /** The variances along the {@link #AXES}, for RGB in [0,1]. */
    static final double[] VARIANCES = {0.2175, 0.0188, 0.0045};

    /** The principal axes of RGB: brightness, blue to red, green to magenta. */
    static final double[][] AXES = {
        {-0.5675, -0.5808, -0.5836},
        {0.7192, -0.0045, -0.6948},
        {0.4009, -0.8140, 0.4203}
    };

    private static final int WAVES = 256;
    private static final double MEAN = 0.5;
    private static final double LONGEST = 64;
    private static final double SHORTEST = 2;

    private PhotographNoise() {}

    /**
     * Noise whose amplitudes fall as 1/f, of mean 1/2 and the variances of photographs: waves of one strength, in random
     * directions, their logarithmic lengths uniform. Numbers may be outside [0,1].
     *
     * @return RGB, {@code [H][W][3]}, flat
     */
    static float[] noise(Size size, RandomGenerator random) {
        double[] sum = new double[size.width() * size.height() * Image.CHANNELS];
        for (int wave = 0; wave < WAVES; wave++) {
            addWave(sum, size.width(), random);
        }
        float[] noise = new float[sum.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (MEAN + sum[i] * Math.sqrt(2.0 / WAVES));
        }
        return noise;
    }

    private static void addWave(double[] sum, int width, RandomGenerator random) {
        double wavelength = SHORTEST * Math.pow(LONGEST / SHORTEST, random.nextDouble());
        double direction = random.nextDouble(2 * Math.PI);
        double phase = random.nextDouble(2 * Math.PI);
        double down = 2 * Math.PI * Math.sin(direction) / wavelength;
        double right = 2 * Math.PI * Math.cos(direction) / wavelength;
        double[] colour = new double[Image.CHANNELS];
        for (int axis = 0; axis < VARIANCES.length; axis++) {
            double strength = Math.sqrt(VARIANCES[axis]) * random.nextGaussian();
            for (int c = 0; c < Image.CHANNELS; c++) {
                colour[c] += strength * AXES[axis][c];
            }
        }
        for (int pixel = 0; pixel < sum.length / Image.CHANNELS; pixel++) {
            double height = Math.cos(phase + down * (pixel / width) + right * (pixel % width));
            for (int c = 0; c < Image.CHANNELS; c++) {
                sum[pixel * Image.CHANNELS + c] += colour[c] * height;
            }
        }
    }
}
