package lichen.model.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.check.Require;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Operation;
import lichen.model.operation.Pointwise;
import lichen.model.operation.Upsample;
import lichen.model.operation.Windowed;

/** How many pixels of the image, along a side, one pixel of an input stands for: told by the graph alone. */
final class Strides {
    private final Map<String, Integer> strides = new HashMap<>();

    private Strides() {}

    /**
     * The strides of the inputs that the last node depends on, by name.
     *
     * @throws lichen.core.check.InvalidValueException naming the layer because of which not every size is possible
     */
    static Map<String, Integer> of(Graph graph) {
        Strides found = new Strides();
        List<Node> nodes = graph.nodes();
        found.strides.put(nodes.get(nodes.size() - 1).name(), 1);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            found.passThrough(nodes.get(i));
        }
        Map<String, Integer> ofInputs = new HashMap<>(found.strides);
        ofInputs.keySet().retainAll(graph.inputs().stream().map(Input::name).toList());
        return ofInputs;
    }

    private void passThrough(Node node) {
        if (strides.containsKey(node.name())) {
            int stride = Objects.requireNonNull(strides.get(node.name())) * factor(node);
            for (String input : node.inputs()) {
                int known = strides.computeIfAbsent(input, first -> stride);
                Require.that(
                        known == stride,
                        "layers",
                        "must see " + input + " at one scale, but " + node.name() + " enlarges it by " + stride
                                + ", and others by " + known);
            }
        }
    }

    private static int factor(Node node) {
        Operation operation = node.operation();
        if (operation instanceof Upsample upsample) {
            return upsample.factor();
        }
        boolean keepsExtents = operation instanceof Windowed windowed
                ? windowed.geometry().stride() == 1 && windowed.geometry().padding() == Convolution.Padding.SAME
                : operation instanceof Pointwise;
        Require.that(
                keepsExtents,
                "layers",
                "must suit images of any size, but " + node.name() + " (" + operation.words() + ") does not");
        return 1;
    }
}
