package lichen.model.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Pooling;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;
import lichen.model.graph.Operation.Concatenate;
import lichen.model.graph.Operation.Convolve;
import lichen.model.graph.Operation.Pool;
import lichen.model.graph.Operation.Reflect;
import lichen.model.graph.Operation.Relu;
import lichen.model.graph.Operation.ScaleShift;

/**
 * A node without its numbers.
 *
 * @param name its name
 * @param kind what it computes
 * @param geometry window, stride and padding, for the kinds that have them
 * @param inputs what it reads
 */
record NodeDescription(String name, Kind kind, Optional<Convolution> geometry, List<String> inputs) {
    /** The operations of the format. */
    enum Kind {
        CONVOLUTION,
        CONVOLUTION_RELU,
        MAX_POOLING,
        AVERAGE_POOLING,
        /** Its window is the one of the valid convolution that the margin is for. */
        REFLECTION,
        SCALE_SHIFT,
        RELU,
        CONCATENATION;

        /** The word in the file. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean hasGeometry() {
            return compareTo(REFLECTION) <= 0;
        }
    }

    NodeDescription {
        inputs = List.copyOf(inputs);
    }

    static NodeDescription of(Node node) {
        Operation operation = node.operation();
        if (operation instanceof Convolve convolve) {
            Kind kind = convolve.relu() ? Kind.CONVOLUTION_RELU : Kind.CONVOLUTION;
            return new NodeDescription(node.name(), kind, Optional.of(convolve.geometry()), node.inputs());
        }
        if (operation instanceof Pool pool) {
            Kind kind = pool.kind() == Pooling.Kind.MAX ? Kind.MAX_POOLING : Kind.AVERAGE_POOLING;
            return new NodeDescription(node.name(), kind, Optional.of(pool.geometry()), node.inputs());
        }
        if (operation instanceof Reflect reflect) {
            Convolution window =
                    new Convolution(2 * reflect.rows() + 1, 2 * reflect.columns() + 1, 1, Convolution.Padding.VALID);
            return new NodeDescription(node.name(), Kind.REFLECTION, Optional.of(window), node.inputs());
        }
        return new NodeDescription(node.name(), pointwise(operation), Optional.empty(), node.inputs());
    }

    private static Kind pointwise(Operation operation) {
        if (operation instanceof ScaleShift) {
            return Kind.SCALE_SHIFT;
        }
        if (operation instanceof Relu) {
            return Kind.RELU;
        }
        if (operation instanceof Concatenate) {
            return Kind.CONCATENATION;
        }
        throw new IllegalArgumentException("the format has no word for " + operation.getClass());
    }

    void write(ObjectNode object) {
        object.put("name", name);
        object.put("operation", kind.word());
        geometry.ifPresent(shape -> {
            object.putArray("window").add(shape.kernelHeight()).add(shape.kernelWidth());
            object.put("stride", shape.stride());
            object.put("padding", shape.padding().name().toLowerCase(Locale.ROOT));
        });
        ArrayNode names = object.putArray("inputs");
        inputs.forEach(names::add);
    }

    static NodeDescription parse(JsonNode object) throws FormatException {
        String name = object.path("name").asText();
        String place = "layer " + name;
        Kind kind = kind(place, object.path("operation").asText());
        Set<String> keys = new HashSet<>(Set.of("name", "operation", "inputs"));
        if (kind.hasGeometry()) {
            keys.addAll(Set.of("window", "stride", "padding"));
        }
        Keys.check(place, object, keys);
        List<String> inputs = new ArrayList<>();
        object.path("inputs").forEach(input -> inputs.add(input.asText()));
        Optional<Convolution> geometry = kind.hasGeometry() ? Optional.of(geometry(place, object)) : Optional.empty();
        return new NodeDescription(name, kind, geometry, inputs);
    }

    private static Kind kind(String place, String word) throws FormatException {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new FormatException(place + " has the unknown operation \"" + word + "\"; write the file again");
    }

    private static Convolution geometry(String place, JsonNode object) throws FormatException {
        JsonNode window = object.path("window");
        int height = extent(place, window.path(0));
        int width = extent(place, window.path(1));
        int stride = extent(place, object.path("stride"));
        for (Convolution.Padding padding : Convolution.Padding.values()) {
            if (padding.name()
                    .toLowerCase(Locale.ROOT)
                    .equals(object.path("padding").asText())) {
                return new Convolution(height, width, stride, padding);
            }
        }
        throw new FormatException(
                place + " has the unknown padding " + object.path("padding") + "; write the file again");
    }

    private static int extent(String place, JsonNode number) throws FormatException {
        if (!number.isInt() || number.intValue() < 1) {
            throw new FormatException(
                    place + " needs a window and a stride of at least 1, found " + number + "; write the file again");
        }
        return number.intValue();
    }
}
