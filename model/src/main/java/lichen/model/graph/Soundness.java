package lichen.model.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.model.operation.Operation;

/** Whether the nodes of a graph fit together and hold numbers: to be asked of every graph that came from a file. */
public final class Soundness {
    private static final int MOST_CHANNELS = 1 << 16;

    private Soundness() {}

    /** What is wrong, a line for each fault, which names the node; empty if nothing is. */
    public static List<String> problems(Graph graph) {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> channels = new HashMap<>();
        graph.inputs().forEach(input -> channels.put(input.name(), input.channels()));
        for (Node node : graph.nodes()) {
            Operation operation = node.operation();
            int inputs = node.inputs().size();
            if (!operation.arity().fits(inputs)) {
                problems.add(node.name() + ": expected " + operation.arity().words() + ", found " + inputs);
                return problems;
            }
            List<Integer> before = node.inputs().stream()
                    .map(name -> Objects.requireNonNull(channels.get(name)))
                    .toList();
            operation.misfits(before).forEach(misfit -> problems.add(node.name() + ": " + misfit));
            operation.numbers().forEach((name, array) -> checkFinite(node, name, array.values(), problems));
            int after = operation.channels(before);
            if (after > MOST_CHANNELS) {
                problems.add(node.name() + ": expected at most " + MOST_CHANNELS + " channels, found " + after);
            }
            channels.put(node.name(), after);
        }
        return problems;
    }

    private static void checkFinite(Node node, String array, float[] values, List<String> problems) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                problems.add(node.name() + ": expected finite numbers in its " + array + ", found " + values[i]
                        + " at index " + i);
                return;
            }
        }
    }
}
