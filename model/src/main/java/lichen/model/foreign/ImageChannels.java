package lichen.model.foreign;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.model.operation.Convolve;
import lichen.model.operation.Extend;
import lichen.model.operation.Operation;
import lichen.model.operation.ScaleShift;

/**
 * How a network takes the channels of the image. Where they are not RGB, the operations that read the image are rewritten, so that
 * nothing is computed more than once: a convolution of other channels is another convolution of RGB.
 */
enum ImageChannels {
    /** Red, green, blue. */
    RGB,
    /** Blue, green, red. */
    BGR,
    /** One: the mean of the three. */
    MEAN;

    /** How many the network expects. */
    int count() {
        return this == MEAN ? 1 : Image.CHANNELS;
    }

    /** The operation that makes of RGB what this one makes of the channels that the network expects; empty if there is none. */
    Optional<Operation> onRgb(Operation operation) {
        if (this == RGB || operation instanceof Extend) {
            return Optional.of(operation);
        }
        if (operation instanceof Convolve convolve) {
            return Optional.of(convolve.with(onRgb(convolve.weights()), convolve.bias()));
        }
        if (operation instanceof ScaleShift) {
            Map<String, NdArray<float[]>> numbers = new HashMap<>(operation.numbers());
            numbers.replaceAll((name, values) -> NdArray.of(each(values.values()), Image.CHANNELS));
            return Optional.of(operation.with(numbers));
        }
        return Optional.empty();
    }

    /** Whether what such an operation puts out has the channels of the image still. */
    boolean pass(Operation operation) {
        return this != RGB && !(operation instanceof Convolve);
    }

    /** The last extent is that of the channels. */
    private NdArray<float[]> onRgb(NdArray<float[]> weights) {
        int[] shape = weights.shape().clone();
        int expected = shape[shape.length - 1];
        float[] from = weights.values();
        float[] to = new float[from.length / expected * Image.CHANNELS];
        for (int i = 0; i < to.length; i++) {
            int channel = i % Image.CHANNELS;
            int before = i / Image.CHANNELS * expected;
            to[i] = this == MEAN ? from[before] / Image.CHANNELS : from[before + expected - 1 - channel];
        }
        shape[shape.length - 1] = Image.CHANNELS;
        return NdArray.of(to, shape);
    }

    private float[] each(float[] values) {
        float[] each = new float[Image.CHANNELS];
        for (int c = 0; c < each.length; c++) {
            each[c] = this == MEAN ? values[0] : values[values.length - 1 - c];
        }
        return each;
    }
}
