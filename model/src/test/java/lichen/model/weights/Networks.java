package lichen.model.weights;

import java.util.List;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Convolution.Padding;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.ConvolveDepthwise;
import lichen.model.operation.Extend;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;

/** A small network with every operation. */
final class Networks {
    private Networks() {}

    static Graph everyOperation() {
        return withOutputs(4);
    }

    /** The same with another number of channels after its first convolution. */
    static Graph withOutputs(int outputs) {
        Pool maximum = new Pool(Pooling.Kind.MAX, new Convolution(2, 3, 1, Padding.SAME));
        Pool mean = new Pool(Pooling.Kind.AVERAGE, new Convolution(3, 3, 2, Padding.VALID));
        return new Graph(List.of(
                new Node("block/conv", convolve(new Convolution(3, 2, 1, Padding.SAME), 3, outputs, true), "image"),
                new Node("norm", new ScaleShift(numbers(outputs), numbers(outputs)), "block/conv"),
                new Node("max", maximum, "norm"),
                new Node("both", new Concatenate(), List.of("norm", "max")),
                new Node("relu", new Relu(), "both"),
                new Node("mirrored", new Extend(Extension.Kind.REFLECT, Margins.symmetric(1, 2)), "relu"),
                new Node("mean", mean, "mirrored"),
                new Node("padded", new Extend(Extension.Kind.ZERO, new Margins(0, 1, 0, 1)), "mean"),
                new Node("depthwise", depthwise(new Convolution(2, 2, 1, Padding.VALID), 2 * outputs), "padded"),
                new Node("capped", new Relu(6), "depthwise"),
                new Node("sum", new Add(), List.of("mean", "capped")),
                new Node("last", convolve(Convolution.same(1), 2 * outputs, 1, false), "sum")));
    }

    private static Convolve convolve(Convolution geometry, int inputs, int outputs, boolean relu) {
        int count = outputs * geometry.kernelHeight() * geometry.kernelWidth() * inputs;
        return new Convolve(
                geometry,
                NdArray.of(numbers(count), outputs, geometry.kernelHeight(), geometry.kernelWidth(), inputs),
                NdArray.of(numbers(outputs), outputs),
                relu);
    }

    private static ConvolveDepthwise depthwise(Convolution geometry, int channels) {
        int count = geometry.kernelHeight() * geometry.kernelWidth() * channels;
        return new ConvolveDepthwise(
                geometry,
                NdArray.of(numbers(count), geometry.kernelHeight(), geometry.kernelWidth(), channels),
                NdArray.of(numbers(channels), channels));
    }

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) Math.sin(i + 1);
        }
        return numbers;
    }
}
