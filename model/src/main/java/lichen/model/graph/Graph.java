package lichen.model.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;

/**
 * A network: nodes in the order of computation, each reading the image or nodes before it.
 *
 * @param nodes the nodes; the name {@link Architecture#IMAGE} stands for the input, RGB in [0,1]
 */
public record Graph(List<Node> nodes) {
    /** Checks that the names are unique and that nodes read only what was computed before. */
    public Graph {
        nodes = List.copyOf(nodes);
        Require.that(!nodes.isEmpty(), "nodes", "must be at least one");
        Set<String> known = new HashSet<>(Set.of(Architecture.IMAGE));
        for (Node node : nodes) {
            Require.that(known.containsAll(node.inputs()), "nodes", node.name() + " reads " + node.inputs());
            Require.that(known.add(node.name()), "nodes", "must have unique names, but two are " + node.name());
        }
    }
}
