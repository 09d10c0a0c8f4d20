package lichen.model.onnx;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Extension;
import lichen.model.foreign.Kernels;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Convolve;
import lichen.model.operation.ConvolveDepthwise;
import lichen.model.operation.Extend;
import lichen.model.operation.Operation;

/**
 * Conv: weights {@code [O,I/groups,kH,kW]} and a bias {@code [O]}. Groups of one channel each are a depthwise convolution; other groups
 * are one kernel with zeros where a group does not look.
 */
final class OnnxConvolution implements NodeKind {
    private static final int DIMENSIONS = 4;
    private static final long MOST_VALUES = 1L << 28;

    @Override
    public Step read(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        Set<String> known = new HashSet<>(Window.KEYS);
        known.add("group");
        node.requireOnly(known);
        String kernel = fixed(node, tensors, 1)
                .orElseThrow(() -> new UnreadableException("Conv with weights that are computed"));
        Optional<String> bias = fixed(node, tensors, 2);
        int[] shape = tensors.shape(kernel);
        int groups = node.whole("group", 1);
        if (shape.length != DIMENSIONS || Arrays.stream(shape).anyMatch(extent -> extent < 1)) {
            throw new UnreadableException("Conv with weights of the shape " + Arrays.toString(shape));
        }
        if (groups < 1
                || shape[0] % groups != 0
                || (long) shape[0] * shape[1] * groups * shape[2] * shape[3] > MOST_VALUES) {
            throw node.refusal("group", groups);
        }
        Window window = Window.of(node, shape[2], shape[3]);
        return place -> {
            float[] added = bias.isPresent() ? tensors.floats(bias.get()).values() : new float[shape[0]];
            if (added.length != shape[0]) {
                throw new UnreadableException("layer " + node.name() + ": expected a bias of " + shape[0]
                        + " numbers, found " + added.length + "; export the network again");
            }
            Operation operation = operation(window, tensors.floats(kernel), groups, NdArray.of(added, shape[0]));
            if (window.margins().isEmpty()) {
                place.become(operation);
            } else {
                place.become("margin", new Extend(Extension.Kind.ZERO, window.margins()), operation);
            }
        };
    }

    private static Optional<String> fixed(OnnxNode node, OnnxTensors tensors, int input) throws UnreadableException {
        Optional<String> name = node.input(input);
        if (name.isPresent() && !tensors.has(name.get())) {
            throw new UnreadableException("Conv with weights that are computed");
        }
        return name;
    }

    private static Operation operation(Window window, NdArray<float[]> weights, int groups, NdArray<float[]> bias) {
        int[] shape = weights.shape();
        boolean depthwise = shape[1] == 1 && shape[0] == groups && groups > 1;
        if (depthwise) {
            return new ConvolveDepthwise(window.geometry(), eachChannel(weights, window), bias);
        }
        return new Convolve(window.dense(), Kernels.channelsLast(weights, groups), bias, false)
                .dilated(window.dilation());
    }

    /** {@code [C,1,kH,kW] -> [kH,kW,C]}, with zeros between the taps of a dilated kernel. */
    private static NdArray<float[]> eachChannel(NdArray<float[]> weights, Window window) {
        int[] shape = weights.shape();
        float[] to = new float[window.height() * window.width() * shape[0]];
        float[] from = weights.values();
        for (int i = 0; i < from.length; i++) {
            int x = i % shape[3] * window.dilation();
            int y = i / shape[3] % shape[2] * window.dilation();
            int channel = i / shape[3] / shape[2];
            to[(y * window.width() + x) * shape[0] + channel] = from[i];
        }
        return NdArray.of(to, window.height(), window.width(), shape[0]);
    }
}
