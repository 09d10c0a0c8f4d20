package lichen.app.cli.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The reference network with random weights: every contender computes the same function, so that losses can be compared. */
final class Fcn512 {
    /** Of every batch normalisation; its mean and shift are 0, its variance and scale 1. */
    static final float EPSILON = 1e-3f;

    /** Of Adam, in training. */
    static final double LEARNING_RATE = 1e-3;

    private static final int SEED = 512;

    private Fcn512() {}

    /**
     * A convolution of stride 1 with zero "same" padding and no bias, followed by ReLU; its output is tapped.
     *
     * @param normalised whether a batch normalisation in inference mode follows the tap
     * @param kernel float32 {@code [outputs,side,side,inputs]}
     */
    record Convolution(int inputs, int outputs, int side, boolean normalised, float[] kernel) {
        private static Convolution random(
                int inputs, int outputs, int side, boolean normalised, RandomGenerator random) {
            float[] kernel = new float[outputs * side * side * inputs];
            double limit = Math.sqrt(6.0 / ((inputs + outputs) * side * side));
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] = (float) ((2 * random.nextDouble() - 1) * limit);
            }
            return new Convolution(inputs, outputs, side, normalised, kernel);
        }
    }

    /** The nine convolutions from the image to the reconstruction, with Glorot-uniform kernels, the same at each call. */
    static List<Convolution> layers() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int[][] outputsAndSides = {{32, 7}, {32, 7}, {64, 5}, {64, 5}, {64, 3}, {64, 3}, {64, 1}, {64, 1}, {3, 1}};
        List<Convolution> layers = new ArrayList<>();
        int inputs = 3;
        for (int[] layer : outputsAndSides) {
            layers.add(Convolution.random(inputs, layer[0], layer[1], layers.size() % 2 == 1, random));
            inputs = layer[0];
        }
        return layers;
    }

    /** The name of a kernel in {@link lichen.model.program.Parameters}, by the number of its convolution from 0. */
    static String weights(int layer) {
        return "conv" + (layer + 1) + "/weights";
    }

    /**
     * Floating-point operations of all convolutions in a step of training, an image: 6 a weight and pixel, forward, gradient
     * of the weights, gradient of the input; the image itself needs no gradient.
     */
    static double trainingOperations(int side) {
        return (1.5 * operations(side)) - 2.0 * layers().get(0).kernel().length * side * side;
    }

    /** Floating-point operations of all convolutions in a forward pass and an image gradient: 4 a weight and pixel. */
    static double operations(int side) {
        long weights =
                layers().stream().mapToLong(layer -> layer.kernel().length).sum();
        return 4.0 * weights * side * side;
    }
}
