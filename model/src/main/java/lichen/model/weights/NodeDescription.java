package lichen.model.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lichen.core.tensor.Pooling;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;
import lichen.model.graph.Operation.Add;
import lichen.model.graph.Operation.Concatenate;
import lichen.model.graph.Operation.Convolve;
import lichen.model.graph.Operation.ConvolveDepthwise;
import lichen.model.graph.Operation.Extend;
import lichen.model.graph.Operation.Pool;
import lichen.model.graph.Operation.Relu;
import lichen.model.graph.Operation.ScaleShift;
import lichen.model.graph.Operation.Windowed;

/**
 * A node without its numbers.
 *
 * @param name its name
 * @param kind what it computes
 * @param settings what else it says
 * @param inputs what it reads
 */
record NodeDescription(String name, Kind kind, NodeSettings settings, List<String> inputs) {
    /** The operations of the format. */
    enum Kind {
        CONVOLUTION(NodeSettings.Kind.GEOMETRY),
        CONVOLUTION_RELU(NodeSettings.Kind.GEOMETRY),
        DEPTHWISE_CONVOLUTION(NodeSettings.Kind.GEOMETRY),
        MAX_POOLING(NodeSettings.Kind.GEOMETRY),
        AVERAGE_POOLING(NodeSettings.Kind.GEOMETRY),
        ZERO_PADDING(NodeSettings.Kind.MARGINS),
        REFLECTION(NodeSettings.Kind.MARGINS),
        CIRCULAR_PADDING(NodeSettings.Kind.MARGINS),
        SCALE_SHIFT(NodeSettings.Kind.NONE),
        RELU(NodeSettings.Kind.MAXIMUM),
        CONCATENATION(NodeSettings.Kind.NONE),
        ADDITION(NodeSettings.Kind.NONE);

        private final NodeSettings.Kind settings;

        Kind(NodeSettings.Kind settings) {
            this.settings = settings;
        }

        /** The word in the file. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    NodeDescription {
        inputs = List.copyOf(inputs);
    }

    static NodeDescription of(Node node) {
        return new NodeDescription(node.name(), kind(node.operation()), settings(node.operation()), node.inputs());
    }

    private static Kind kind(Operation operation) {
        if (operation instanceof Convolve convolve) {
            return convolve.relu() ? Kind.CONVOLUTION_RELU : Kind.CONVOLUTION;
        } else if (operation instanceof ConvolveDepthwise) {
            return Kind.DEPTHWISE_CONVOLUTION;
        } else if (operation instanceof Pool pool) {
            return pool.kind() == Pooling.Kind.MAX ? Kind.MAX_POOLING : Kind.AVERAGE_POOLING;
        } else if (operation instanceof Extend extend) {
            return switch (extend.kind()) {
                case ZERO -> Kind.ZERO_PADDING;
                case REFLECT -> Kind.REFLECTION;
                case CIRCULAR -> Kind.CIRCULAR_PADDING;
            };
        } else if (operation instanceof ScaleShift) {
            return Kind.SCALE_SHIFT;
        } else if (operation instanceof Relu) {
            return Kind.RELU;
        } else if (operation instanceof Concatenate) {
            return Kind.CONCATENATION;
        } else if (operation instanceof Add) {
            return Kind.ADDITION;
        }
        throw new IllegalArgumentException("the format has no word for " + operation.getClass());
    }

    private static NodeSettings settings(Operation operation) {
        if (operation instanceof Windowed windowed) {
            return NodeSettings.of(windowed.geometry());
        } else if (operation instanceof Extend extend) {
            return NodeSettings.of(extend.margins());
        } else if (operation instanceof Relu relu) {
            return NodeSettings.ofMaximum(relu.maximum());
        }
        return NodeSettings.none();
    }

    void write(ObjectNode object) {
        object.put("name", name);
        object.put("operation", kind.word());
        settings.write(object);
        ArrayNode names = object.putArray("inputs");
        inputs.forEach(names::add);
    }

    static NodeDescription parse(JsonNode object) throws FormatException {
        String name = object.path("name").asText();
        String place = "layer " + name;
        Kind kind = kind(place, object.path("operation").asText());
        Set<String> keys = new HashSet<>(Set.of("name", "operation", "inputs"));
        keys.addAll(NodeSettings.keys(kind.settings, object));
        Keys.check(place, object, keys);
        List<String> inputs = new ArrayList<>();
        object.path("inputs").forEach(input -> inputs.add(input.asText()));
        return new NodeDescription(name, kind, NodeSettings.parse(place, kind.settings, object), inputs);
    }

    private static Kind kind(String place, String word) throws FormatException {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new FormatException(place + " has the unknown operation \"" + word + "\"; write the file again");
    }
}
