package lichen.model.program;

import java.util.List;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Convolution.Padding;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.core.tensor.RandomTensors;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.ConvolveDepthwise;
import lichen.model.operation.Extend;
import lichen.model.operation.Operation;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;

/** Small networks of several shapes. */
final class SmallGraphs {
    private static final String IMAGE = "image";

    private SmallGraphs() {}

    /** Convolutions with normalisation between them, as in the reference network. */
    static Graph chain() {
        return new Graph(List.of(
                new Node("first", convolve(Convolution.same(3), 3, 3, true), IMAGE),
                new Node("norm", scaleShift(3), "first"),
                new Node("second", convolve(Convolution.same(5), 3, 4, true), "norm"),
                new Node("third", convolve(Convolution.same(1), 4, 2, false), "second")));
    }

    /** Every operation once, with strides and padding of both kinds. */
    static Graph everyOperation() {
        return new Graph(List.of(
                new Node("mirrored", new Extend(Extension.Kind.REFLECT, Margins.symmetric(2, 3)), IMAGE),
                new Node("scaled", scaleShift(3), "mirrored"),
                new Node("first", convolve(new Convolution(3, 2, 1, Padding.SAME), 3, 4, false), "scaled"),
                new Node("relu", new Relu(), "first"),
                new Node("max", new Pool(Pooling.Kind.MAX, new Convolution(2, 2, 2, Padding.VALID)), "relu"),
                new Node("mean", new Pool(Pooling.Kind.AVERAGE, new Convolution(3, 3, 1, Padding.SAME)), "max"),
                new Node("both", new Concatenate(), List.of("max", "mean")),
                new Node("last", convolve(new Convolution(3, 3, 2, Padding.VALID), 8, 3, true), "both")));
    }

    /** Layers that several others read. */
    static Graph branches() {
        return new Graph(List.of(
                new Node("scaled", scaleShift(3), IMAGE),
                new Node("small", convolve(Convolution.same(3), 3, 4, true), "scaled"),
                new Node("large", convolve(Convolution.same(5), 3, 2, true), "scaled"),
                new Node("joined", new Concatenate(), List.of("small", "large", "small")),
                new Node("norm", scaleShift(10), "joined"),
                new Node("one", convolve(Convolution.same(1), 10, 3, true), "norm"),
                new Node("other", convolve(Convolution.same(3), 10, 3, true), "norm"),
                new Node("end", new Concatenate(), List.of("one", "other"))));
    }

    /** The blocks of a residual network with strides, padded by layers of their own: what MobileNet is made of. */
    static Graph residual() {
        return new Graph(List.of(
                new Node("stem", convolve(new Convolution(3, 3, 2, Padding.SAME), 3, 4, false), IMAGE),
                new Node("capped", new Relu(0.25f), "stem"),
                new Node("depthwise", depthwise(new Convolution(3, 3, 1, Padding.SAME), 4), "capped"),
                new Node("narrow", convolve(Convolution.same(1), 4, 4, false), "depthwise"),
                new Node("sum", new Add(), List.of("stem", "narrow")),
                new Node("padded", new Extend(Extension.Kind.ZERO, new Margins(0, 1, 0, 1)), "sum"),
                new Node("halved", depthwise(new Convolution(3, 3, 2, Padding.VALID), 4), "padded"),
                new Node("last", convolve(Convolution.same(1), 4, 3, true), "halved")));
    }

    /** Strides and branches without any padding. */
    static Graph withoutPadding() {
        return new Graph(List.of(
                new Node("first", convolve(new Convolution(3, 3, 2, Padding.VALID), 3, 4, true), IMAGE),
                new Node("large", convolve(new Convolution(1, 5, 1, Padding.SAME), 4, 3, true), "first"),
                new Node("small", convolve(new Convolution(2, 2, 2, Padding.VALID), 3, 3, true), "large"),
                new Node("mean", new Pool(Pooling.Kind.AVERAGE, new Convolution(2, 2, 2, Padding.VALID)), "first"),
                new Node("both", new Concatenate(), List.of("small", "mean"))));
    }

    private static Operation depthwise(Convolution geometry, int channels) {
        int count = geometry.kernelHeight() * geometry.kernelWidth() * channels;
        return new ConvolveDepthwise(
                geometry,
                NdArray.of(RandomTensors.numbers(count, 41), geometry.kernelHeight(), geometry.kernelWidth(), channels),
                NdArray.of(RandomTensors.numbers(channels, 42), channels));
    }

    private static Operation scaleShift(int channels) {
        float[] scale = RandomTensors.numbers(channels, 31);
        for (int c = 0; c < channels; c++) {
            scale[c] += 1.5f;
        }
        return new ScaleShift(scale, RandomTensors.numbers(channels, 32));
    }

    private static Operation convolve(Convolution geometry, int inputs, int outputs, boolean relu) {
        int fanIn = geometry.kernelHeight() * geometry.kernelWidth() * inputs;
        int count = outputs * fanIn;
        float[] weights = RandomTensors.numbers(count, count);
        for (int i = 0; i < count; i++) {
            weights[i] *= (float) Math.sqrt(3.0 / fanIn);
        }
        return new Convolve(
                geometry,
                NdArray.of(weights, outputs, geometry.kernelHeight(), geometry.kernelWidth(), inputs),
                NdArray.of(RandomTensors.numbers(outputs, outputs), outputs),
                relu);
    }
}
