package lichen.model.graph;

import java.util.List;

/**
 * An operation in its place.
 *
 * @param name its unique name, by which its output can be read
 * @param operation what it computes
 * @param inputs the names of what it reads, in order
 */
public record Node(String name, Operation operation, List<String> inputs) {
    /** Copies the list. */
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** A node that reads one other. */
    public Node(String name, Operation operation, String input) {
        this(name, operation, List.of(input));
    }
}
