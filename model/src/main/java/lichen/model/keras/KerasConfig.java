package lichen.model.keras;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import lichen.model.foreign.UnreadableException;

/** Reads what a file says of its layers: the attribute {@code model_config}, or the entry {@code config.json}. */
final class KerasConfig {
    // Python writes NaN and Infinity as bare words.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private KerasConfig() {}

    /** The layers in an order in which each comes after all that it reads. */
    static List<KerasLayer> parse(String json) throws UnreadableException {
        JsonNode model;
        try {
            model = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableException("is damaged: its model_config is not JSON; save the network again", e);
        }
        if (!ModelLayers.isModel(model)) {
            throw new UnreadableException(
                    "holds a model of the class '" + model.path("class_name").asText()
                            + "', which cannot be read; build it as a sequential or functional model");
        }
        return LayerOrder.sorted(ModelLayers.of(model));
    }
}
