package lichen.model.graph;

import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;

/** What a node computes. Images are {@code [1,H,W,C]}. */
public sealed interface Operation {
    /** What slides a window over the image. */
    sealed interface Windowed extends Operation {
        /** Window, stride and padding. */
        Convolution geometry();

        /** The same, with another treatment of the border. */
        Windowed with(Convolution.Padding padding);
    }

    /**
     * A convolution, and ReLU after it if asked for.
     *
     * @param geometry kernel, stride and padding
     * @param weights {@code [O,kH,kW,I]}
     * @param bias {@code [O]}
     * @param relu whether max(., 0) follows
     */
    record Convolve(Convolution geometry, NdArray<float[]> weights, NdArray<float[]> bias, boolean relu)
            implements Windowed {
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

        @Override
        public Convolve with(Convolution.Padding padding) {
            return new Convolve(geometry.with(padding), weights, bias, relu);
        }

        /**
         * The same kernel with its taps so many pixels apart: one with zeros between them, of side dilation (k - 1) + 1. The
         * native kernels do not take dilations.
         *
         * @param dilation pixels from one tap to the next, 1 for neighbours
         */
        public Convolve dilated(int dilation) {
            Require.atLeast(1, "dilation", dilation);
            int height = dilation * (geometry.kernelHeight() - 1) + 1;
            int width = dilation * (geometry.kernelWidth() - 1) + 1;
            float[] spread = new float[outputs() * height * width * inputs()];
            for (int i = 0; i < weights.values().length; i++) {
                int pixel = i / inputs();
                int x = pixel % geometry.kernelWidth();
                int y = pixel / geometry.kernelWidth() % geometry.kernelHeight();
                int o = pixel / geometry.kernelWidth() / geometry.kernelHeight();
                int to = (o * height + y * dilation) * width + x * dilation;
                spread[to * inputs() + i % inputs()] = weights.values()[i];
            }
            return new Convolve(
                    new Convolution(height, width, geometry.stride(), geometry.padding()),
                    NdArray.of(spread, outputs(), height, width, inputs()),
                    bias,
                    relu);
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
     * A convolution of each channel by a kernel of its own: y[c] = b[c] + sum over dy, dx of w[dy,dx,c] x[c], shifted by
     * (dy, dx).
     *
     * <p>Source: Howard et al., "MobileNets" (2017), section 3.1.
     *
     * @param geometry kernel, stride and padding
     * @param weights {@code [kH,kW,C]}
     * @param bias {@code [C]}
     */
    record ConvolveDepthwise(Convolution geometry, NdArray<float[]> weights, NdArray<float[]> bias)
            implements Windowed {
        /** Checks the shapes. */
        public ConvolveDepthwise {
            int[] shape = weights.shape();
            Require.that(
                    shape.length == 3 && shape[0] == geometry.kernelHeight() && shape[1] == geometry.kernelWidth(),
                    "weights",
                    "must have the shape [kH,kW,C] of the geometry");
            Require.that(
                    bias.values().length == shape[2],
                    "bias",
                    "must hold a number for each of " + shape[2] + " channels");
        }

        @Override
        public ConvolveDepthwise with(Convolution.Padding padding) {
            return new ConvolveDepthwise(geometry.with(padding), weights, bias);
        }

        /** The number of channels, C. */
        public int channels() {
            return weights.shape()[2];
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

    /**
     * min(max(x, 0), maximum).
     *
     * @param maximum above 0; infinity for none
     */
    record Relu(float maximum) implements Operation {
        /** Checks that there is something between 0 and the maximum. */
        public Relu {
            Require.that(maximum > 0, "maximum", "must be above 0, but is " + maximum);
        }

        /** max(x, 0). */
        public Relu() {
            this(Float.POSITIVE_INFINITY);
        }
    }

    /**
     * The largest or the mean value in each window; with {@code SAME} padding, of the pixels inside the image only.
     *
     * @param kind which of the two
     * @param geometry window, stride and padding
     */
    record Pool(Pooling.Kind kind, Convolution geometry) implements Windowed {
        @Override
        public Pool with(Convolution.Padding padding) {
            return new Pool(kind, geometry.with(padding));
        }
    }

    /**
     * The image continued beyond its border: what a valid convolution needs to meet no edge.
     *
     * @param kind what it is continued by
     * @param margins how far
     */
    record Extend(Extension.Kind kind, Margins margins) implements Operation {}

    /** The channels of all inputs, one after the other. */
    record Concatenate() implements Operation {}

    /** The sum of all inputs, which have as many channels each. */
    record Add() implements Operation {}
}
