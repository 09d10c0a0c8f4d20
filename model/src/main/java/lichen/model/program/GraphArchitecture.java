package lichen.model.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.feature.Architecture;
import lichen.core.feature.Layer;
import lichen.core.image.Image;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;

/** Derives what a user needs to know of a graph's layers: channels, stride, receptive field and cost. */
final class GraphArchitecture {
    private final Map<String, Layer> layers = new LinkedHashMap<>();

    private GraphArchitecture() {
        layers.put(Architecture.IMAGE, new Layer(Architecture.IMAGE, Layer.Kind.IMAGE, Image.CHANNELS, 1, 1, 0));
    }

    static Architecture of(Graph graph) {
        GraphArchitecture derived = new GraphArchitecture();
        graph.nodes().forEach(derived::add);
        return new Architecture(new ArrayList<>(derived.layers.values()));
    }

    private void add(Node node) {
        List<Layer> inputs = node.inputs().stream()
                .map(name -> Objects.requireNonNull(layers.get(name)))
                .toList();
        Layer first = inputs.get(0);
        Operation operation = node.operation();
        Layer layer;
        if (operation instanceof Operation.Convolve convolve) {
            int stride = first.stride() * convolve.geometry().stride();
            double cost = (double) convolve.weights().values().length / ((double) stride * stride);
            layer = windowed(node, Layer.Kind.CONVOLUTION, convolve.outputs(), first, convolve.geometry(), cost);
        } else if (operation instanceof Operation.ConvolveDepthwise convolve) {
            int stride = first.stride() * convolve.geometry().stride();
            double cost = (double) convolve.weights().values().length / ((double) stride * stride);
            layer = windowed(node, Layer.Kind.CONVOLUTION, first.channels(), first, convolve.geometry(), cost);
        } else if (operation instanceof Operation.Pool pool) {
            layer = windowed(node, Layer.Kind.POOLING, first.channels(), first, pool.geometry(), 0);
        } else if (operation instanceof Operation.Concatenate || operation instanceof Operation.Add) {
            int channels = operation instanceof Operation.Add
                    ? first.channels()
                    : inputs.stream().mapToInt(Layer::channels).sum();
            int field = inputs.stream().mapToInt(Layer::receptiveField).max().orElseThrow();
            layer = new Layer(node.name(), Layer.Kind.MERGE, channels, first.stride(), field, 0);
        } else {
            Layer.Kind kind = operation instanceof Operation.Relu ? Layer.Kind.ACTIVATION : Layer.Kind.NORMALIZATION;
            layer = new Layer(node.name(), kind, first.channels(), first.stride(), first.receptiveField(), 0);
        }
        layers.put(node.name(), layer);
    }

    private static Layer windowed(
            Node node, Layer.Kind kind, int channels, Layer input, Convolution geometry, double cost) {
        int window = Math.max(geometry.kernelHeight(), geometry.kernelWidth());
        int field = input.receptiveField() + (window - 1) * input.stride();
        return new Layer(node.name(), kind, channels, input.stride() * geometry.stride(), field, cost);
    }
}
