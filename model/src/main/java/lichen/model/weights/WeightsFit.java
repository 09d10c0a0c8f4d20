package lichen.model.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Margins;
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

/** Whether the network of a file is the one that a spec describes: the same nodes in the same order, the same shapes. */
public final class WeightsFit {
    private static final int NAMED = 3;

    private WeightsFit() {}

    /**
     * Checks that two graphs differ in their numbers only.
     *
     * @param expected the architecture of the spec, with any weights
     * @param found the network of the file
     * @param file the file, for the message
     * @throws NetworkFileException naming the first layers that differ, what was expected and what was found
     */
    public static void check(Graph expected, Graph found, FileReference file) throws NetworkFileException {
        List<String> differences = new ArrayList<>();
        Iterator<Node> others = found.nodes().iterator();
        for (Node node : expected.nodes()) {
            if (!others.hasNext()) {
                differences.add("layer " + node.name() + ": expected " + words(node) + ", found none");
                continue;
            }
            Node other = others.next();
            if (!node.name().equals(other.name())) {
                differences.add("layer " + node.name() + ": expected " + words(node) + ", found the layer "
                        + other.name() + ", " + words(other));
            } else if (!words(node).equals(words(other))) {
                differences.add("layer " + node.name() + ": expected " + words(node) + ", found " + words(other));
            }
        }
        others.forEachRemaining(
                node -> differences.add("layer " + node.name() + ": expected none, found " + words(node)));
        if (!differences.isEmpty()) {
            String more = differences.size() > NAMED ? "; and " + (differences.size() - NAMED) + " more" : "";
            throw new NetworkFileException(
                    file,
                    "does not fit the network: "
                            + String.join(
                                    "; ", differences.stream().limit(NAMED).toList()) + more
                            + "; change the network's layers, or name another file");
        }
    }

    /**
     * Puts the numbers of a file into an architecture. Layers are matched by their order: other programs name them
     * otherwise.
     *
     * @return the file's operations under the names of the spec
     * @throws NetworkFileException as {@link #check}
     */
    public static Graph fit(Graph expected, Graph found, FileReference file) throws NetworkFileException {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < Math.min(expected.nodes().size(), found.nodes().size()); i++) {
            names.put(found.nodes().get(i).name(), expected.nodes().get(i).name());
        }
        List<Node> renamed = new ArrayList<>();
        for (Node node : found.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(input -> names.getOrDefault(input, input))
                    .toList();
            renamed.add(new Node(names.getOrDefault(node.name(), node.name()), node.operation(), inputs));
        }
        Graph fitted = new Graph(renamed);
        check(expected, fitted, file);
        return fitted;
    }

    private static String words(Node node) {
        return words(node.operation()) + " of " + String.join(" and ", node.inputs());
    }

    private static String words(Operation operation) {
        if (operation instanceof Convolve convolve) {
            return "convolution " + words(convolve.geometry()) + ", " + convolve.inputs() + " to " + convolve.outputs()
                    + " channels" + (convolve.relu() ? ", ReLU" : "");
        } else if (operation instanceof ConvolveDepthwise convolve) {
            return "depthwise convolution " + words(convolve.geometry()) + " of " + convolve.channels() + " channels";
        } else if (operation instanceof Pool pool) {
            return pool.kind().name().toLowerCase(Locale.ROOT) + " pooling " + words(pool.geometry());
        } else if (operation instanceof ScaleShift affine) {
            return "scale and shift of " + affine.scale().length + " channels";
        } else if (operation instanceof Relu relu) {
            return Float.isInfinite(relu.maximum()) ? "ReLU" : "ReLU up to " + relu.maximum();
        } else if (operation instanceof Extend extend) {
            Margins margins = extend.margins();
            return extend.kind().name().toLowerCase(Locale.ROOT) + " margins of " + margins.top() + ", "
                    + margins.bottom() + ", " + margins.left() + " and " + margins.right() + " pixels";
        } else if (operation instanceof Concatenate) {
            return "concatenation";
        } else if (operation instanceof Add) {
            return "addition";
        }
        throw new IllegalArgumentException("unknown operation " + operation.getClass());
    }

    private static String words(Convolution geometry) {
        String stride = geometry.stride() == 1 ? "" : " stride " + geometry.stride();
        return geometry.kernelHeight() + "x" + geometry.kernelWidth() + stride + " "
                + geometry.padding().name().toLowerCase(Locale.ROOT);
    }
}
