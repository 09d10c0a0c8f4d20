package lichen.model.graph;

import java.util.List;
import lichen.model.operation.Operation;

/**
 * An operation in its place.
 *
 * @param name its unique name, by which its output can be read
 * @param operation what it computes
 * @param inputs the names of what it reads, in order
 * @param owner the node whose numbers it computes with: itself, or one before it that it shares them with
 */
public record Node(String name, Operation operation, List<String> inputs, String owner) {
    /** Copies the list. */
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** A node with numbers of its own. */
    public Node(String name, Operation operation, List<String> inputs) {
        this(name, operation, inputs, name);
    }

    /** A node that reads one other. */
    public Node(String name, Operation operation, String input) {
        this(name, operation, List.of(input));
    }

    /** Another operation in the same place. */
    public Node with(Operation other) {
        return new Node(name, other, inputs, owner);
    }

    /** The name of one of its numbers: those of nodes that share them are the same. */
    public String number(String number) {
        return owner + "/" + number;
    }
}
