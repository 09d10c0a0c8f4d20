package lichen.model.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.MapShape;
import lichen.model.graph.Node;

/** Follows inputs through nodes, by shapes alone. */
final class Shapes {
    private Shapes() {}

    /**
     * The shape of each input and of what each node gives, by name.
     *
     * @param nodes the nodes, in the order of computation
     * @throws InvalidValueException if nothing is left of the image at a node, or an operation cannot use what there is
     */
    static Map<String, MapShape> of(List<Node> nodes, Map<String, MapShape> inputs) {
        Map<String, MapShape> shapes = new HashMap<>(inputs);
        for (Node node : nodes) {
            shapes.put(node.name(), after(node, before(node, shapes)));
        }
        return shapes;
    }

    /** The shapes of what a node reads, in order. */
    static List<MapShape> before(Node node, Map<String, MapShape> shapes) {
        return node.inputs().stream()
                .map(name -> Objects.requireNonNull(shapes.get(name)))
                .toList();
    }

    private static MapShape after(Node node, List<MapShape> before) {
        try {
            return node.operation().shape(before);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(e.name(), e.reason() + " (at the layer " + node.name() + ")");
        }
    }
}
