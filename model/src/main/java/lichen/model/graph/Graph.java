package lichen.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import lichen.core.check.Require;
import lichen.model.operation.Operation;

/**
 * A network: nodes in the order of computation, each reading inputs or nodes before it.
 *
 * @param inputs what it is given
 * @param nodes the nodes; with none, it gives what it is given
 */
public record Graph(List<Input> inputs, List<Node> nodes) {
    /** Checks that the names are unique and that nodes read only what was computed before. */
    public Graph {
        inputs = List.copyOf(inputs);
        nodes = List.copyOf(nodes);
        Set<String> known = new HashSet<>();
        for (Input input : inputs) {
            Require.that(known.add(input.name()), "inputs", "must have unique names, but two are " + input.name());
        }
        Map<String, Operation> owners = new HashMap<>();
        for (Node node : nodes) {
            Require.that(known.containsAll(node.inputs()), "nodes", node.name() + " reads " + node.inputs());
            Require.that(known.add(node.name()), "nodes", "must have unique names, but two are " + node.name());
            owners.put(node.name(), node.operation());
            Operation owner = owners.getOrDefault(node.owner(), node.operation());
            Require.that(
                    owners.containsKey(node.owner())
                            && owner.words().equals(node.operation().words()),
                    "nodes",
                    node.name() + " must share the numbers of a node like it before it, but names " + node.owner());
        }
    }

    /** A network that is given an image, {@link Input#IMAGE}. */
    public Graph(List<Node> nodes) {
        this(List.of(Input.IMAGE), nodes);
    }

    /** The same nodes with other operations. */
    public Graph with(UnaryOperator<Node> change) {
        return new Graph(inputs, nodes.stream().map(change).toList());
    }

    /** What is left of it once it is trained. */
    public Graph trained() {
        return with(node -> node.with(node.operation().trained()));
    }

    /** The channels of each input and of each node's output by its name. */
    public Map<String, Integer> channels() {
        Map<String, Integer> channels = new HashMap<>();
        inputs.forEach(input -> channels.put(input.name(), input.channels()));
        for (Node node : nodes) {
            List<Integer> before = node.inputs().stream()
                    .map(name -> Objects.requireNonNull(channels.get(name)))
                    .toList();
            channels.put(node.name(), node.operation().channels(before));
        }
        return channels;
    }

    /** The nodes that these depend on, themselves included, in the order of computation. */
    public List<Node> ancestors(Collection<String> names) {
        Set<String> needed = new HashSet<>(names);
        List<Node> kept = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (needed.contains(node.name())) {
                kept.add(0, node);
                needed.addAll(node.inputs());
            }
        }
        return kept;
    }
}
