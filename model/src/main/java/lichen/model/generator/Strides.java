package lichen.model.generator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.image.Size;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Operation;
import lichen.model.operation.Pointwise;
import lichen.model.operation.Upsample;
import lichen.model.operation.Windowed;

/**
 * How many pixels of the image, along a side, one pixel of an input stands for: told by the graph alone. What is computed of vectors
 * alone has none.
 */
final class Strides {
    private final Map<String, Integer> strides = new HashMap<>();
    private final Set<String> vectors = new HashSet<>();

    private Strides(Graph graph) {
        graph.inputs().stream().filter(Strides::isVector).map(Input::name).forEach(vectors::add);
        for (Node node : graph.nodes()) {
            if (vectors.containsAll(node.inputs())) {
                vectors.add(node.name());
            }
        }
    }

    /** Whether an input is the same whatever the size of the image. */
    static boolean isVector(Input input) {
        return input.size().equals(Optional.of(new Size(1, 1)));
    }

    /**
     * The strides of the inputs that the last node depends on, by name; vectors have none.
     *
     * @throws lichen.core.check.InvalidValueException naming the layer because of which not every size is possible
     */
    static Map<String, Integer> of(Graph graph) {
        Strides found = new Strides(graph);
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
                if (vectors.contains(input)) {
                    continue;
                }
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
