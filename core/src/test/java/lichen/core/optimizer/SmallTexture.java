package lichen.core.optimizer;

import java.util.Arrays;
import java.util.Random;

/**
 * Texture learning in miniature, in plain Java: the Euclidean distance between the channel means of two layers of random 3
 * x 3 filters with ReLU, of an image and of a striped target.
 */
final class SmallTexture implements Objective {
    private static final int SIDE = 16;
    private static final int COLOURS = 3;
    private static final int CHANNELS = 12;
    private static final int REACH = 1;

    private final Random random = new Random(3);
    private final double[] firstFilters = filters(COLOURS);
    private final double[] secondFilters = filters(CHANNELS);
    private final double[] first = new double[SIDE * SIDE * CHANNELS];
    private final double[] second = new double[SIDE * SIDE * CHANNELS];
    private final double[] firstCotangent = new double[first.length];
    private final double[] secondCotangent = new double[second.length];
    private final double[] target;

    SmallTexture() {
        double[] stripes = new double[length()];
        for (int i = 0; i < stripes.length; i++) {
            int x = i / COLOURS % SIDE;
            stripes[i] = 0.5 + 0.3 * Math.sin(x * 1.3) + 0.1 * random.nextDouble();
        }
        target = means(stripes);
    }

    static int length() {
        return SIDE * SIDE * COLOURS;
    }

    double[] noise() {
        return new Random(4).doubles(length()).toArray();
    }

    @Override
    public double at(double[] point, double[] gradient) {
        double[] means = means(point);
        double squares = 0;
        for (int i = 0; i < means.length; i++) {
            squares += (means[i] - target[i]) * (means[i] - target[i]);
        }
        double distance = Math.sqrt(squares);
        enter(means, CHANNELS, distance, second, secondCotangent);
        Arrays.fill(firstCotangent, 0);
        convolve(firstCotangent, CHANNELS, secondFilters, secondCotangent, true);
        double[] carried = firstCotangent.clone();
        enter(means, 0, distance, first, firstCotangent);
        for (int i = 0; i < carried.length; i++) {
            firstCotangent[i] += first[i] > 0 ? carried[i] : 0;
        }
        Arrays.fill(gradient, 0);
        convolve(gradient, COLOURS, firstFilters, firstCotangent, true);
        return distance;
    }

    /** The gradient of the distance at the activations of one layer, where they are positive. */
    private void enter(double[] means, int offset, double distance, double[] activation, double[] cotangent) {
        for (int i = 0; i < activation.length; i++) {
            int channel = offset + i % CHANNELS;
            double slope = distance > 0 ? (means[channel] - target[channel]) / distance / (SIDE * SIDE) : 0;
            cotangent[i] = activation[i] > 0 ? slope : 0;
        }
    }

    private double[] means(double[] image) {
        layer(image, COLOURS, firstFilters, first);
        layer(first, CHANNELS, secondFilters, second);
        double[] means = new double[2 * CHANNELS];
        for (int i = 0; i < first.length; i++) {
            means[i % CHANNELS] += first[i] / (SIDE * SIDE);
            means[CHANNELS + i % CHANNELS] += second[i] / (SIDE * SIDE);
        }
        return means;
    }

    private static void layer(double[] input, int channels, double[] filters, double[] output) {
        Arrays.fill(output, 0);
        convolve(input, channels, filters, output, false);
        for (int i = 0; i < output.length; i++) {
            output[i] = Math.max(output[i], 0);
        }
    }

    /** Adds the convolution of the input to the output; or, backwards, its transpose of the output to the input. */
    private static void convolve(double[] input, int channels, double[] filters, double[] output, boolean backwards) {
        for (int place = 0; place < SIDE * SIDE; place++) {
            for (int shift = 0; shift < 9; shift++) {
                int y = place / SIDE + shift / 3 - REACH;
                int x = place % SIDE + shift % 3 - REACH;
                if (y < 0 || y >= SIDE || x < 0 || x >= SIDE) {
                    continue;
                }
                for (int i = 0; i < channels; i++) {
                    int from = (y * SIDE + x) * channels + i;
                    int weights = (shift * channels + i) * CHANNELS;
                    for (int o = 0; o < CHANNELS; o++) {
                        if (backwards) {
                            input[from] += filters[weights + o] * output[place * CHANNELS + o];
                        } else {
                            output[place * CHANNELS + o] += filters[weights + o] * input[from];
                        }
                    }
                }
            }
        }
    }

    private double[] filters(int channels) {
        return random.doubles((long) 9 * channels * CHANNELS)
                .map(value -> (value - 0.5) * Math.sqrt(24.0 / (9 * channels)))
                .toArray();
    }
}
