package lichen.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lichen.model.foreign.UnreadableException;

/**
 * The layers of a model, sequential or functional. A model inside it becomes its layers, between one that stands for what it is
 * given and one, of its own name, for what it puts out.
 */
final class ModelLayers {
    private static final Set<String> MODELS = Set.of("Sequential", "Model", "Functional");
    private static final JsonNode NO_CONFIG = JsonNodeFactory.instance.objectNode();

    private final List<String> path;
    private final List<String> given;
    private final List<KerasLayer> layers = new ArrayList<>();

    private ModelLayers(List<String> path, List<String> given) {
        this.path = path;
        this.given = given;
    }

    /** Whether a description is of a model that can be read. */
    static boolean isModel(JsonNode entry) {
        return MODELS.contains(type(entry));
    }

    /** All layers, in the order of the file. */
    static List<KerasLayer> of(JsonNode model) throws UnreadableException {
        ModelLayers read = new ModelLayers(List.of(), List.of());
        read.addAll(model);
        return read.layers;
    }

    /** Adds the layers of a model, and gives the name of the one whose output is the model's. */
    private String addAll(JsonNode model) throws UnreadableException {
        JsonNode config = model.path("config");
        return type(model).equals("Sequential") ? addSequence(config) : addGraph(config);
    }

    private String addSequence(JsonNode config) throws UnreadableException {
        List<String> last = given;
        for (JsonNode entry : config.isArray() ? config : config.path("layers")) {
            if (last.isEmpty() && !type(entry).equals(KerasLayer.INPUT)) {
                // Keras leaves the input layer out and writes its shape into the first layer.
                KerasLayer input = new KerasLayer(inside("<input>"), KerasLayer.INPUT, firstConfig(entry), List.of());
                layers.add(input);
                last = List.of(input.name());
            }
            last = List.of(add(entry, last));
        }
        return last.isEmpty() ? "" : last.get(0);
    }

    private String addGraph(JsonNode config) throws UnreadableException {
        JsonNode entries = config.path("layers");
        InboundNodes inbound = new InboundNodes(entries);
        for (JsonNode entry : entries) {
            List<String> inputs = new ArrayList<>();
            for (String input : inbound.of(entry)) {
                inputs.add(name(input));
            }
            add(entry, inputs);
        }
        JsonNode outputs = config.path("output_layers");
        JsonNode first = outputs.path(0).isTextual() ? outputs : outputs.path(0);
        return name(first.path(0).asText());
    }

    private String add(JsonNode entry, List<String> inputs) throws UnreadableException {
        String own = entry.path("name").asText(entry.path("config").path("name").asText());
        if (own.isEmpty() || type(entry).isEmpty()) {
            throw new UnreadableException("is damaged: a layer lacks its name or class_name; save the network again");
        }
        List<String> name = inside(own);
        if (isModel(entry)) {
            ModelLayers nested = new ModelLayers(name, inputs);
            String output = nested.addAll(entry);
            layers.addAll(nested.layers);
            layers.add(new KerasLayer(name, KerasLayer.IDENTITY, entry, List.of(output)));
        } else if (type(entry).equals(KerasLayer.INPUT) && !given.isEmpty()) {
            layers.add(new KerasLayer(name, KerasLayer.IDENTITY, NO_CONFIG, given));
        } else {
            layers.add(new KerasLayer(name, type(entry), entry.path("config"), inputs));
        }
        return String.join("/", name);
    }

    /** The settings of the first layer, of the model inside where that is one: they have the shape of the input. */
    private static JsonNode firstConfig(JsonNode entry) {
        JsonNode first = entry;
        while (isModel(first)) {
            JsonNode config = first.path("config");
            first = (config.isArray() ? config : config.path("layers")).path(0);
        }
        return first.path("config");
    }

    private List<String> inside(String name) {
        List<String> inside = new ArrayList<>(path);
        inside.add(name);
        return inside;
    }

    private String name(String own) {
        return String.join("/", inside(own));
    }

    private static String type(JsonNode entry) {
        return entry.path("class_name").asText();
    }
}
