package lichen.model.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.InstanceNormalize;
import lichen.model.operation.Oscillate;
import lichen.model.operation.Windowed;

/** How many pixels away from a pixel of the image the noise lies that it depends on: told by the graph alone. */
final class Reach {
    private Reach() {}

    /**
     * The reach of a generator along a side.
     *
     * @return empty where every pixel depends on all noise, because of a normalisation over the image, or on its place, because of waves
     */
    static OptionalInt of(Graph graph, Strides strides) {
        Map<String, Integer> reach = new HashMap<>();
        List<Node> nodes = graph.nodes();
        int farthest = 0;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (strides.count(node.name())) {
                if (node.operation() instanceof InstanceNormalize || node.operation() instanceof Oscillate) {
                    return OptionalInt.empty();
                }
                int before = reach.getOrDefault(node.name(), 0) + radius(node) * strides.before(node);
                node.inputs().forEach(input -> reach.merge(input, before, Math::max));
                farthest = Math.max(farthest, before);
            }
        }
        return OptionalInt.of(farthest);
    }

    private static int radius(Node node) {
        if (node.operation() instanceof Windowed windowed) {
            Convolution window = windowed.geometry();
            return Math.max(window.kernelHeight(), window.kernelWidth()) / 2;
        }
        return 0;
    }
}
