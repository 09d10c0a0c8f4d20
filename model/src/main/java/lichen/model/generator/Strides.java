package lichen.model.generator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lichen.core.check.Require;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Modulate;
import lichen.model.operation.Operation;
import lichen.model.operation.Pointwise;
import lichen.model.operation.Upsample;
import lichen.model.operation.Windowed;

/** How many pixels of the image, along a side, one pixel of an input or a node stands for: told by the graph alone. */
final class Strides {
    private final Map<String, Integer> strides = new HashMap<>();

    private Strides() {}

    /**
     * The strides of all that the last node depends on.
     *
     * @throws lichen.core.check.InvalidValueException naming the layer because of which not every size is possible
     */
    static Strides of(Graph graph) {
        Strides found = new Strides();
        List<Node> nodes = graph.nodes();
        found.strides.put(nodes.get(nodes.size() - 1).name(), 1);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            found.passThrough(nodes.get(i));
        }
        return found;
    }

    /** Those of the inputs that count, by name. */
    Map<String, Integer> of(List<Input> inputs) {
        Map<String, Integer> ofInputs = new TreeMap<>(strides);
        ofInputs.keySet().retainAll(inputs.stream().map(Input::name).toList());
        return ofInputs;
    }

    /** That of a node or an input that counts. */
    int of(String name) {
        return Objects.requireNonNull(strides.get(name), name);
    }

    /** Whether the image depends on a node. */
    boolean count(String name) {
        return strides.containsKey(name);
    }

    private void passThrough(Node node) {
        if (strides.containsKey(node.name())) {
            int stride = before(node);
            for (String input : maps(node)) {
                int known = strides.computeIfAbsent(input, first -> stride);
                Require.that(
                        known == stride,
                        "layers",
                        "must see " + input + " at one scale, but " + node.name() + " enlarges it by " + stride
                                + ", and others by " + known);
            }
        }
    }

    /** What a node reads that has extents: a scale and a shift of the whole image have none. */
    private static List<String> maps(Node node) {
        return node.operation() instanceof Modulate ? node.inputs().subList(0, 1) : node.inputs();
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
