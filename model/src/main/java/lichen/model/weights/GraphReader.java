package lichen.model.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.feature.Architecture;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Pooling;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;
import lichen.model.graph.Operation.Add;
import lichen.model.graph.Operation.Concatenate;
import lichen.model.graph.Operation.Convolve;
import lichen.model.graph.Operation.ConvolveDepthwise;
import lichen.model.graph.Operation.Extend;
import lichen.model.graph.Operation.Pool;
import lichen.model.graph.Operation.Relu;
import lichen.model.graph.Operation.ScaleShift;

/** Puts descriptions and arrays together; each array must be used, and each one needed must be there. */
final class GraphReader {
    private static final int ANY = -1;

    private final Map<String, NdArray<?>> unused;

    GraphReader(Map<String, NdArray<?>> arrays) {
        this.unused = new HashMap<>(arrays);
    }

    Graph read(List<NodeDescription> descriptions) throws FormatException {
        List<Node> nodes = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(Architecture.IMAGE));
        for (NodeDescription description : descriptions) {
            String name = description.name();
            if (!known.containsAll(description.inputs())) {
                throw new FormatException("layer " + name + " reads " + description.inputs()
                        + ", which are not all before it; write the file again");
            }
            if (name.isEmpty() || !known.add(name)) {
                throw new FormatException("has a second layer of the name \"" + name + "\"; write the file again");
            }
            nodes.add(new Node(name, operation(description), description.inputs()));
        }
        if (nodes.isEmpty()) {
            throw new FormatException("has no layers; write the file again");
        }
        if (!unused.isEmpty()) {
            throw new FormatException("holds arrays that no layer has: "
                    + unused.keySet().stream().sorted().toList() + "; write the file again");
        }
        return new Graph(nodes);
    }

    private Operation operation(NodeDescription node) throws FormatException {
        return switch (node.kind()) {
            case CONVOLUTION -> convolve(node, false);
            case CONVOLUTION_RELU -> convolve(node, true);
            case DEPTHWISE_CONVOLUTION -> depthwise(node);
            case MAX_POOLING -> new Pool(Pooling.Kind.MAX, geometry(node));
            case AVERAGE_POOLING -> new Pool(Pooling.Kind.AVERAGE, geometry(node));
            case ZERO_PADDING -> extend(Extension.Kind.ZERO, node);
            case REFLECTION -> extend(Extension.Kind.REFLECT, node);
            case CIRCULAR_PADDING -> extend(Extension.Kind.CIRCULAR, node);
            case SCALE_SHIFT -> scaleShift(node);
            case RELU -> node.settings().maximum().map(Relu::new).orElseGet(Relu::new);
            case CONCATENATION -> new Concatenate();
            case ADDITION -> new Add();
        };
    }

    private static Convolution geometry(NodeDescription node) {
        return node.settings().geometry().orElseThrow();
    }

    private static Operation extend(Extension.Kind kind, NodeDescription node) {
        return new Extend(kind, node.settings().margins().orElseThrow());
    }

    private Operation depthwise(NodeDescription node) throws FormatException {
        Convolution geometry = geometry(node);
        NdArray<float[]> weights =
                take(node.name() + WeightsFile.WEIGHTS, geometry.kernelHeight(), geometry.kernelWidth(), ANY);
        return new ConvolveDepthwise(geometry, weights, take(node.name() + WeightsFile.BIAS, weights.shape()[2]));
    }

    private Operation convolve(NodeDescription node, boolean relu) throws FormatException {
        Convolution geometry = geometry(node);
        NdArray<float[]> weights =
                take(node.name() + WeightsFile.WEIGHTS, ANY, geometry.kernelHeight(), geometry.kernelWidth(), ANY);
        NdArray<float[]> bias = take(node.name() + WeightsFile.BIAS, weights.shape()[0]);
        return new Convolve(geometry, weights, bias, relu);
    }

    private Operation scaleShift(NodeDescription node) throws FormatException {
        float[] scale = take(node.name() + WeightsFile.SCALE, ANY).values();
        return new ScaleShift(
                scale, take(node.name() + WeightsFile.SHIFT, scale.length).values());
    }

    private NdArray<float[]> take(String name, int... expected) throws FormatException {
        NdArray<?> array = unused.remove(name);
        if (array == null) {
            throw new FormatException("lacks the array " + name + "; write the file again");
        }
        int[] found = array.shape();
        boolean fits = found.length == expected.length;
        for (int i = 0; fits && i < expected.length; i++) {
            fits = found[i] >= 1 && (expected[i] == ANY || expected[i] == found[i]);
        }
        if (!fits) {
            throw new FormatException("array " + name + ": expected "
                    + Arrays.toString(expected).replace("-1", "any") + ", found " + Arrays.toString(found)
                    + "; write the file again");
        }
        return NdArray.of(array.floats(), found);
    }
}
