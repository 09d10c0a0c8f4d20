package lichen.model.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.feature.Architecture;
import lichen.model.graph.Operation.Concatenate;
import lichen.model.graph.Operation.Convolve;

/** How many channels each node puts out. */
public final class Channels {
    /** The channels of the image: red, green, blue. */
    public static final int IMAGE = 3;

    private Channels() {}

    /**
     * The channels of one operation's output; the largest int where they are more.
     *
     * @param operation the operation
     * @param inputs the channels of what it reads, in order; at least one
     */
    public static int after(Operation operation, List<Integer> inputs) {
        if (operation instanceof Convolve convolve) {
            return convolve.outputs();
        }
        if (operation instanceof Concatenate) {
            long sum = inputs.stream().mapToLong(Integer::longValue).sum();
            return (int) Math.min(sum, Integer.MAX_VALUE);
        }
        return inputs.get(0);
    }

    /** The channels of each node's output by its name, in the order of computation. */
    public static Map<String, Integer> of(Graph graph) {
        Map<String, Integer> known = new HashMap<>(Map.of(Architecture.IMAGE, IMAGE));
        Map<String, Integer> channels = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            int after = after(
                    node.operation(), node.inputs().stream().map(known::get).toList());
            known.put(node.name(), after);
            channels.put(node.name(), after);
        }
        return channels;
    }
}
