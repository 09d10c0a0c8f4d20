package lichen.model.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import lichen.core.npy.NdArray;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Operation;
import lichen.model.operation.Operations;
import lichen.model.operation.Stored;
import org.jspecify.annotations.Nullable;

/** Puts descriptions and arrays together; each array must be used, and each one needed must be there. */
final class GraphReader {
    private final Map<String, NdArray<?>> arrays;
    private final Set<String> unused;

    GraphReader(Map<String, NdArray<?>> arrays) {
        this.arrays = new HashMap<>(arrays);
        this.unused = new HashSet<>(arrays.keySet());
    }

    Graph read(List<Input> inputs, JsonNode descriptions) {
        List<Node> nodes = new ArrayList<>();
        Set<String> known = new HashSet<>();
        inputs.forEach(input -> known.add(input.name()));
        for (JsonNode description : descriptions) {
            Node node = node(description, known);
            known.add(node.name());
            nodes.add(node);
        }
        if (nodes.isEmpty()) {
            throw StoredObject.refusal("has no layers");
        }
        if (!unused.isEmpty()) {
            throw StoredObject.refusal("holds arrays that no layer has: "
                    + unused.stream().sorted().toList());
        }
        return new Graph(inputs, nodes);
    }

    private Node node(JsonNode json, Set<String> known) {
        String name = json.path("name").asText();
        StoredObject object = new StoredObject("layer " + name, json);
        object.take("name");
        List<String> inputs = new ArrayList<>();
        object.take("inputs").forEach(input -> inputs.add(input.asText()));
        if (!known.containsAll(inputs)) {
            throw StoredObject.refusal("layer " + name + " reads " + inputs + ", which are not all before it");
        }
        if (name.isEmpty() || known.contains(name)) {
            throw StoredObject.refusal("has a second layer of the name \"" + name + "\"");
        }
        String owner = object.optional("owner").map(JsonNode::asText).orElse(name);
        try {
            Operation operation = Operations.read(object.text("operation"), new StoredOperation(owner, object))
                    .orElseThrow(() -> object.unknown("operation"));
            object.end();
            return new Node(name, operation, inputs, owner);
        } catch (InvalidValueException e) {
            throw StoredObject.refusal("layer " + name + ": " + e.getMessage());
        }
    }

    private NdArray<float[]> take(String name, int... expected) {
        @Nullable NdArray<?> array = arrays.get(name);
        if (array == null) {
            throw StoredObject.refusal("lacks the array " + name);
        }
        unused.remove(name);
        int[] found = array.shape();
        boolean fits = found.length == expected.length;
        for (int i = 0; fits && i < expected.length; i++) {
            fits = found[i] >= 1 && (expected[i] == Stored.ANY || expected[i] == found[i]);
        }
        if (!fits) {
            throw StoredObject.refusal("array " + name + ": expected "
                    + Arrays.toString(expected).replace("-1", "any") + ", found " + Arrays.toString(found));
        }
        return NdArray.of(array.floats(), found);
    }

    /** An operation of this file; arrays are those of the node that owns them. */
    private final class StoredOperation implements Stored {
        private final String owner;
        private final StoredObject object;

        StoredOperation(String owner, StoredObject object) {
            this.owner = owner;
            this.object = object;
        }

        @Override
        public String text(String key) {
            return object.text(key);
        }

        @Override
        public int whole(String key, int least, String needed) {
            return object.whole(key, least, needed);
        }

        @Override
        public List<Integer> wholes(String key, int count, int least, String needed) {
            return object.wholes(key, count, least, needed);
        }

        @Override
        public Optional<Double> positive(String key, String needed) {
            return object.positive(key, needed);
        }

        @Override
        public NdArray<float[]> array(String name, int... shape) {
            return take(owner + "/" + name, shape);
        }

        @Override
        public RuntimeException unknown(String key) {
            return object.unknown(key);
        }
    }
}
