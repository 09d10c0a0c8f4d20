package lichen.model.graph;

import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Pooling;

/** What a node computes. Images are {@code [1,H,W,C]}. */
public sealed interface Operation {
    /**
     * A convolution, and ReLU after it if asked for.
     *
     * @param geometry kernel, stride and padding
     * @param weights {@code [O,kH,kW,I]}
     * @param bias {@code [O]}
     * @param relu whether max(., 0) follows
     */
    record Convolve(Convolution geometry, NdArray<float[]> weights, NdArray<float[]> bias, boolean relu)
            implements Operation {
        /** Checks the shapes. */
        public Convolve {
            int[] shape = weights.shape();
            Require.that(
                    shape.length == 4 && shape[1] == geometry.kernelHeight() && shape[2] == geometry.kernelWidth(),
                    "weights",
                    "must have the shape [O,kH,kW,I] of the geometry");
            Require.that(
                    bias.values().length == shape[0],
                    "bias",
                    "must hold a number for each of " + shape[0] + " channels");
        }

        /** The number of output channels, O. */
        public int outputs() {
            return weights.shape()[0];
        }

        /** The number of input channels, I. */
        public int inputs() {
            return weights.shape()[3];
        }
    }

    /**
     * y[c] = scale[c] x[c] + shift[c]: batch normalisation with frozen statistics, or the scaling of an input.
     *
     * @param scale a number per channel
     * @param shift a number per channel
     */
    record ScaleShift(float[] scale, float[] shift) implements Operation {
        /**
         * Batch normalisation in inference: gamma (x - mean) / sqrt(variance + epsilon) + beta, for each channel.
         *
         * <p>Source: Ioffe and Szegedy, "Batch Normalization" (2015), algorithm 2.
         */
        public static ScaleShift ofBatchNormalization(
                float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
            float[] scale = new float[gamma.length];
            float[] shift = new float[gamma.length];
            for (int c = 0; c < gamma.length; c++) {
                double factor = gamma[c] / Math.sqrt(variance[c] + epsilon);
                scale[c] = (float) factor;
                shift[c] = (float) (beta[c] - mean[c] * factor);
            }
            return new ScaleShift(scale, shift);
        }
    }

    /** max(x, 0). */
    record Relu() implements Operation {}

    /**
     * The largest or the mean value in each window; with {@code SAME} padding, of the pixels inside the image only.
     *
     * @param kind which of the two
     * @param geometry window, stride and padding
     */
    record Pool(Pooling.Kind kind, Convolution geometry) implements Operation {}

    /**
     * The image continued beyond its border by its mirror image: what a valid convolution needs to meet no edge.
     *
     * @param rows how many, above and below
     * @param columns how many, left and right
     */
    record Reflect(int rows, int columns) implements Operation {
        /** Checks that neither is negative. */
        public Reflect {
            Require.atLeast(0, "rows", rows);
            Require.atLeast(0, "columns", columns);
        }
    }

    /** The channels of all inputs, one after the other. */
    record Concatenate() implements Operation {}
}
