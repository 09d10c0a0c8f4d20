package lichen.model.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import lichen.core.plugin.FileReference;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;

/** Whether the network of a file is the one that a spec describes: the same nodes in the same order, the same shapes. */
public final class WeightsFit {
    private static final int NAMED = 3;

    private WeightsFit() {}

    /**
     * Checks that two graphs differ in their numbers only.
     *
     * @param expected the architecture of the spec, with any weights
     * @param found the network of the file
     * @param file the file, for the message
     * @throws NetworkFileException naming the first layers that differ, what was expected and what was found
     */
    public static void check(Graph expected, Graph found, FileReference file) throws NetworkFileException {
        List<String> differences = new ArrayList<>();
        Iterator<Node> others = found.nodes().iterator();
        for (Node node : expected.nodes()) {
            if (!others.hasNext()) {
                differences.add("layer " + node.name() + ": expected " + words(node) + ", found none");
                continue;
            }
            Node other = others.next();
            if (!node.name().equals(other.name())) {
                differences.add("layer " + node.name() + ": expected " + words(node) + ", found the layer "
                        + other.name() + ", " + words(other));
            } else if (!words(node).equals(words(other))) {
                differences.add("layer " + node.name() + ": expected " + words(node) + ", found " + words(other));
            }
        }
        others.forEachRemaining(
                node -> differences.add("layer " + node.name() + ": expected none, found " + words(node)));
        if (!differences.isEmpty()) {
            String more = differences.size() > NAMED ? "; and " + (differences.size() - NAMED) + " more" : "";
            throw new NetworkFileException(
                    file,
                    "does not fit the network: "
                            + String.join(
                                    "; ", differences.stream().limit(NAMED).toList()) + more
                            + "; change the network's layers, or name another file");
        }
    }

    /**
     * Puts the numbers of a file into an architecture. Layers are matched by their order: other programs name them
     * otherwise.
     *
     * @return the file's operations under the names of the spec
     * @throws NetworkFileException as {@link #check}
     */
    public static Graph fit(Graph expected, Graph found, FileReference file) throws NetworkFileException {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < Math.min(expected.nodes().size(), found.nodes().size()); i++) {
            names.put(found.nodes().get(i).name(), expected.nodes().get(i).name());
        }
        List<Node> renamed = new ArrayList<>();
        for (Node node : found.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(input -> names.getOrDefault(input, input))
                    .toList();
            renamed.add(new Node(
                    names.getOrDefault(node.name(), node.name()),
                    node.operation(),
                    inputs,
                    names.getOrDefault(node.owner(), node.owner())));
        }
        Graph fitted = new Graph(found.inputs(), renamed);
        check(expected, fitted, file);
        return fitted;
    }

    private static String words(Node node) {
        return node.operation().words() + " of " + String.join(" and ", node.inputs());
    }
}
