package lichen.model.foreign;

import java.util.List;
import lichen.model.operation.Operation;

/** Where a layer of a file becomes a node, or several. */
public final class LayerPlace {
    private final GraphAssembly assembly;
    private final String name;
    private final String value;
    private final List<String> inputs;

    LayerPlace(GraphAssembly assembly, String name, String value, List<String> inputs) {
        this.assembly = assembly;
        this.name = name;
        this.value = value;
        this.inputs = inputs;
    }

    /** The channels of what it reads first. */
    public int channels() {
        return assembly.channels(input());
    }

    /** The node that it reads first. */
    public String input() {
        return inputs.get(0);
    }

    /** The nodes that it reads, in order. */
    public List<String> inputs() {
        return inputs;
    }

    /** What the layer puts out is what it reads first. */
    public void pass() {
        assembly.bind(value, input());
    }

    /** The layer as one operation on all that it reads. */
    public void become(Operation operation) throws UnreadableException {
        end(operation, inputs.toArray(String[]::new));
    }

    /** The layer as two operations, one after the other. */
    public void become(String part, Operation first, Operation then) throws UnreadableException {
        then(part, first).become(then);
    }

    /**
     * The same place, after an operation on all that it reads.
     *
     * @param part what the operation is called after the layer's name
     */
    public LayerPlace then(String part, Operation first) throws UnreadableException {
        return new LayerPlace(assembly, name, value, List.of(step(part, first, inputs.toArray(String[]::new))));
    }

    /**
     * A node on the way to what the layer puts out.
     *
     * @param part what it is called after the layer's name
     * @return its name
     */
    public String step(String part, Operation operation, String... read) throws UnreadableException {
        String step = name + "/" + part;
        assembly.add(step, operation, List.of(read));
        return step;
    }

    /** The node that is what the layer puts out. */
    public void end(Operation operation, String... read) throws UnreadableException {
        assembly.add(name, operation, List.of(read));
        assembly.bind(value, name);
    }
}
