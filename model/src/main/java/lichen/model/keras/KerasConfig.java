package lichen.model.keras;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads the attribute {@code model_config}: a sequential or functional model of Keras 2. */
final class KerasConfig {
    // Python writes NaN and Infinity as bare words.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final String KERAS_3 =
            "was saved by Keras 3; save it with Keras 2, that is with the package tf-keras and TF_USE_LEGACY_KERAS=1";

    private KerasConfig() {}

    /** The layers in an order in which each comes after all that it reads. */
    static List<KerasLayer> parse(String json) throws UnreadableException {
        JsonNode model;
        try {
            model = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableException("is damaged: its model_config is not JSON; save the network again", e);
        }
        String type = model.path("class_name").asText();
        return switch (type) {
            case "Sequential" -> LayerOrder.sorted(sequential(model.path("config")));
            case "Model", "Functional" -> LayerOrder.sorted(functional(model.path("config")));
            default ->
                throw new UnreadableException("holds a model of the class '" + type
                        + "', which cannot be read; build it as a sequential or functional model");
        };
    }

    private static List<KerasLayer> sequential(JsonNode config) throws UnreadableException {
        JsonNode entries = config.isArray() ? config : config.path("layers");
        List<KerasLayer> layers = new ArrayList<>();
        for (JsonNode entry : entries) {
            KerasLayer layer = layer(entry, layers.isEmpty() ? List.of() : last(layers));
            if (layers.isEmpty() && !layer.isInput()) {
                // Keras leaves the input layer out and writes its shape into the first layer.
                layers.add(new KerasLayer("<input>", KerasLayer.INPUT, layer.config(), List.of()));
                layer = layer(entry, last(layers));
            }
            layers.add(layer);
        }
        return layers;
    }

    private static List<String> last(List<KerasLayer> layers) {
        return List.of(layers.get(layers.size() - 1).name());
    }

    private static List<KerasLayer> functional(JsonNode config) throws UnreadableException {
        List<KerasLayer> layers = new ArrayList<>();
        for (JsonNode entry : config.path("layers")) {
            layers.add(layer(entry, inputs(entry)));
        }
        return layers;
    }

    private static KerasLayer layer(JsonNode entry, List<String> inputs) throws UnreadableException {
        JsonNode config = entry.path("config");
        String type = entry.path("class_name").asText();
        String name = entry.path("name").asText(config.path("name").asText());
        if (name.isEmpty() || type.isEmpty()) {
            throw new UnreadableException("is damaged: a layer lacks its name or class_name; save the network again");
        }
        return new KerasLayer(name, type, config, inputs);
    }

    /** {@code [[["name", 0, 0, {}], ...]]}: a list of calls, each a list of tensors. */
    private static List<String> inputs(JsonNode entry) throws UnreadableException {
        JsonNode calls = entry.path("inbound_nodes");
        String layer = entry.path("name").asText();
        if (calls.size() > 1) {
            throw new UnreadableException("layer " + layer + " is called " + calls.size()
                    + " times; shared layers cannot be read: give each call a layer of its own");
        }
        List<String> inputs = new ArrayList<>();
        if (calls.isEmpty()) {
            return inputs;
        }
        JsonNode call = calls.get(0);
        if (call.isObject()) {
            throw new UnreadableException(KERAS_3);
        }
        // An operator such as "+" has a single tensor without the list around it.
        for (JsonNode tensor : call.path(0).isTextual() ? List.of(call) : call) {
            boolean first = tensor.path(1).asInt(-1) == 0 && tensor.path(2).asInt(-1) == 0;
            if (!tensor.path(0).isTextual() || !first) {
                throw new UnreadableException("layer " + layer
                        + " reads a layer that is shared or has several outputs; give each call a layer of its own");
            }
            inputs.add(tensor.path(0).textValue());
        }
        return inputs;
    }
}
