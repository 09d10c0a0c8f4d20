package lichen.model.generator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Operation;
import lichen.model.operation.Pointwise;
import lichen.model.operation.Upsample;
import lichen.model.operation.Windowed;

/**
 * How many pixels of the image, along a side, one pixel of an input or a node stands for: told by the graph alone. Vectors, and what is
 * computed of vectors alone, stand for the whole image and have none.
 */
final class Strides {
    private final Map<String, Integer> strides = new HashMap<>();
    private final Set<String> vectors = new HashSet<>();

    private Strides(Graph graph) {
        graph.inputs().stream()
                .filter(input -> !InputKind.of(input).hasExtents())
                .map(Input::name)
                .forEach(vectors::add);
        for (Node node : graph.nodes()) {
            if (vectors.containsAll(node.inputs())) {
                vectors.add(node.name());
            }
        }
    }

    /**
     * The strides of all that the last node depends on.
     *
     * @throws lichen.core.check.InvalidValueException naming the layer because of which not every size is possible
     */
    static Strides of(Graph graph) {
        Strides found = new Strides(graph);
        List<Node> nodes = graph.nodes();
        String image = nodes.get(nodes.size() - 1).name();
        Require.that(
                !found.vectors.contains(image), "inputs", "must be noise of any extent as well, but are vectors alone");
        found.strides.put(image, 1);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            found.passThrough(nodes.get(i));
        }
        return found;
    }

    /** That of a node or an input that counts. */
    int of(String name) {
        return Objects.requireNonNull(strides.get(name), name);
    }

    /** Whether the image depends on a node or an input that has extents. */
    boolean count(String name) {
        return strides.containsKey(name);
    }

    private void passThrough(Node node) {
        if (strides.containsKey(node.name())) {
            int stride = before(node);
            for (String input : node.inputs()) {
                if (!vectors.contains(input)) {
                    int known = strides.computeIfAbsent(input, first -> stride);
                    Require.that(
                            known == stride,
                            "layers",
                            "must see " + input + " at one scale, but " + node.name() + " enlarges it by " + stride
                                    + ", and others by " + known);
                }
            }
        }
    }

    /** That of what a node reads. */
    int before(Node node) {
        int stride = of(node.name());
        Operation operation = node.operation();
        if (operation instanceof Upsample upsample) {
            return stride * upsample.factor();
        }
        if (operation instanceof Windowed windowed && windowed.geometry().padding() == Convolution.Padding.SAME) {
            int step = windowed.geometry().stride();
            require(stride % step == 0, node);
            return stride / step;
        }
        require(operation instanceof Pointwise, node);
        return stride;
    }

    private static void require(boolean keepsExtents, Node node) {
        Require.that(
                keepsExtents,
                "layers",
                "must suit images of any size, but " + node.name() + " ("
                        + node.operation().words() + ") does not");
    }

    /** The greatest: what the sides of images are multiples of. */
    int greatest() {
        return strides.values().stream().max(Comparator.naturalOrder()).orElse(1);
    }
}
