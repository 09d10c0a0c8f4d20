package lichen.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lichen.model.foreign.UnreadableException;

/**
 * What the layers of a functional model read: a list of calls, each of which lists tensors. A tensor is
 * {@code ["name", 0, 0, {}]} to Keras 2; Keras 3 hides {@code ["name", 0, 0]} among the arguments of the call.
 */
final class InboundNodes {
    private static final String HISTORY = "keras_history";

    /** A model inside counts the call that made it, before that of the model around it. */
    private final Set<String> models = new HashSet<>();

    InboundNodes(JsonNode entries) {
        for (JsonNode entry : entries) {
            if (ModelLayers.isModel(entry)) {
                models.add(name(entry));
            }
        }
    }

    /** The names of what a layer reads, in order. */
    List<String> of(JsonNode entry) throws UnreadableException {
        JsonNode calls = entry.path("inbound_nodes");
        if (calls.size() > 1) {
            throw new UnreadableException("layer " + name(entry) + " is called " + calls.size()
                    + " times; shared layers cannot be read: give each call a layer of its own");
        }
        List<JsonNode> tensors = new ArrayList<>();
        JsonNode call = calls.path(0);
        if (call.isObject()) {
            gather(entry, call.path("args"), tensors);
            call.path("kwargs").forEach(argument -> tensors.addAll(argument.findValues(HISTORY)));
        } else {
            // An operator such as "+" has a single tensor without the list around it.
            (call.path(0).isTextual() ? List.of(call) : call).forEach(tensors::add);
        }
        List<String> inputs = new ArrayList<>();
        for (JsonNode tensor : tensors) {
            inputs.add(input(entry, tensor));
        }
        return inputs;
    }

    private static void gather(JsonNode entry, JsonNode argument, List<JsonNode> tensors) throws UnreadableException {
        if (argument.isArray()) {
            for (JsonNode part : argument) {
                gather(entry, part, tensors);
            }
        } else if (argument.isObject()) {
            tensors.addAll(argument.findValues(HISTORY));
        } else if (!argument.isNull()) {
            throw new UnreadableException(
                    "layer " + name(entry) + " (" + entry.path("class_name").asText() + ") computes with " + argument
                            + "; only layers of layers can be read: use Rescaling for it");
        }
    }

    private String input(JsonNode entry, JsonNode tensor) throws UnreadableException {
        String input = tensor.path(0).asText();
        int call = tensor.path(1).asInt(-1);
        boolean first = call == 0 || call == 1 && models.contains(input);
        if (input.isEmpty() || !first || tensor.path(2).asInt(-1) != 0) {
            throw new UnreadableException("layer " + name(entry)
                    + " reads a layer that is shared or has several outputs; give each call a layer of its own");
        }
        return input;
    }

    private static String name(JsonNode entry) {
        return entry.path("name").asText();
    }
}
