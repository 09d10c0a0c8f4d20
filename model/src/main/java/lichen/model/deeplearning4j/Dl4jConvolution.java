package lichen.model.deeplearning4j;

import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.model.foreign.Kernels;
import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Convolve;
import lichen.model.operation.ConvolveDepthwise;
import lichen.model.operation.Extend;
import lichen.model.operation.Operation;

/** Convolutions: a bias {@code [O]} where there is one, then the weights. */
final class Dl4jConvolution {
    private static final long MOST_VALUES = 1L << 28;

    private Dl4jConvolution() {}

    /** ConvolutionLayer: weights {@code [O,I,kH,kW]}. */
    static Dl4jKind.Step plain(Dl4jLayer layer) throws UnreadableException {
        int inputs = layer.channels("nin");
        int outputs = layer.channels("nout");
        return step(layer, outputs, (window, numbers) -> {
            float[] weights = numbers.take(layer.name(), (long) outputs * inputs * window.taps());
            return Kernels.channelsLast(array(weights, window, outputs, inputs), 1);
        });
    }

    /**
     * SeparableConvolution2D: weights {@code [M,I,kH,kW]} for each channel, then those that mix them, {@code [O,I M,1,1]}. Read as the
     * one convolution that both are together: w[o,i,y,x] = sum over m of p[o,i M + m] d[m,i,y,x].
     */
    static Dl4jKind.Step separable(Dl4jLayer layer) throws UnreadableException {
        int inputs = layer.channels("nin");
        int outputs = layer.channels("nout");
        int multiplier = layer.count("depthMultiplier");
        return step(layer, outputs, (window, numbers) -> {
            int block = inputs * window.taps();
            float[] each = numbers.take(layer.name(), (long) multiplier * block);
            float[] mixing = numbers.take(layer.name(), (long) outputs * inputs * multiplier);
            float[] product = new float[outputs * block];
            for (int i = 0; i < product.length; i++) {
                int channel = i % block / window.taps();
                double sum = 0;
                for (int m = 0; m < multiplier; m++) {
                    int mixed = (i / block * inputs + channel) * multiplier + m;
                    sum += (double) mixing[mixed] * each[m * block + i % block];
                }
                product[i] = (float) sum;
            }
            return Kernels.channelsLast(array(product, window, outputs, inputs), 1);
        });
    }

    /** DepthwiseConvolution2D: weights {@code [kH,kW,C,1]}. */
    static Dl4jKind.Step depthwise(Dl4jLayer layer) throws UnreadableException {
        int channels = layer.channels("nin");
        if (layer.count("depthMultiplier") != 1) {
            throw layer.refusal("depthMultiplier");
        }
        Dl4jWindow window = Dl4jWindow.of(layer);
        if (window.dilation() != 1) {
            throw layer.refusal("dilation");
        }
        Dl4jActivation activation = Dl4jActivation.of(layer);
        boolean biased = layer.flag("hasBias", true);
        return (place, numbers) -> {
            NdArray<float[]> bias = bias(layer, biased, channels, numbers);
            float[] weights = numbers.take(layer.name(), (long) channels * window.taps());
            Convolution geometry = window.geometry();
            NdArray<float[]> kernel = NdArray.of(weights, geometry.kernelHeight(), geometry.kernelWidth(), channels);
            activation.after(new ConvolveDepthwise(geometry, kernel, bias), widened(place, window));
        };
    }

    /** Reads weights as {@code [O,kH,kW,I]}. */
    @FunctionalInterface
    private interface Weights {
        NdArray<float[]> read(Dl4jWindow window, CoefficientsFile numbers) throws UnreadableException;
    }

    private static Dl4jKind.Step step(Dl4jLayer layer, int outputs, Weights weights) throws UnreadableException {
        Dl4jWindow window = Dl4jWindow.of(layer);
        long spread = (long) outputs * layer.channels("nin") * window.taps();
        if (spread > MOST_VALUES / ((long) window.dilation() * window.dilation())) {
            throw layer.refusal("kernelSize");
        }
        Dl4jActivation activation = Dl4jActivation.of(layer);
        boolean biased = layer.flag("hasBias", true);
        return (place, numbers) -> {
            NdArray<float[]> bias = bias(layer, biased, outputs, numbers);
            Operation convolve = new Convolve(window.geometry(), weights.read(window, numbers), bias, false)
                    .dilated(window.dilation());
            activation.after(convolve, widened(place, window));
        };
    }

    private static LayerPlace widened(LayerPlace place, Dl4jWindow window) throws UnreadableException {
        return window.margins().isEmpty()
                ? place
                : place.then("margin", new Extend(Extension.Kind.ZERO, window.margins()));
    }

    private static NdArray<float[]> bias(Dl4jLayer layer, boolean biased, int outputs, CoefficientsFile numbers)
            throws UnreadableException {
        return NdArray.of(biased ? numbers.take(layer.name(), outputs) : new float[outputs], outputs);
    }

    private static NdArray<float[]> array(float[] weights, Dl4jWindow window, int outputs, int inputs) {
        return NdArray.of(
                weights,
                outputs,
                inputs,
                window.geometry().kernelHeight(),
                window.geometry().kernelWidth());
    }
}
