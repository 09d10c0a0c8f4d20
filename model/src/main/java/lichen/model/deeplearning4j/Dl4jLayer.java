package lichen.model.deeplearning4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.model.foreign.UnreadableException;

/**
 * A layer, or a vertex, as the file describes it.
 *
 * @param name its unique name
 * @param config its settings
 * @param inputs what it reads, in order
 * @param preprocessor what is done to its input before, by its class; empty for nothing
 */
record Dl4jLayer(String name, JsonNode config, List<String> inputs, String preprocessor) {
    /** What lays a map out as a vector. */
    static final String FLATTENING = "CnnToFeedForwardPreProcessor";

    private static final String OWN = "org.deeplearning4j.nn.";
    private static final String CLASS = "@class";
    private static final Set<String> FROZEN = Set.of("FrozenLayer", "FrozenLayerWithBackprop");
    private static final int LARGEST = 1024;
    private static final int MOST_CHANNELS = 1 << 20;
    private static final int LONGEST = 40;

    Dl4jLayer {
        inputs = List.copyOf(inputs);
    }

    /** What kind of thing a part of the file is: the name of its class, of Deeplearning4j's the last word. */
    static String kind(JsonNode part) {
        String type = part.path(CLASS).asText();
        return type.startsWith(OWN) ? type.substring(type.lastIndexOf('.') + 1) : type;
    }

    /** The layer that a frozen one is: freezing matters in training only. */
    static JsonNode thawed(JsonNode layer) {
        JsonNode inner = layer;
        while (FROZEN.contains(kind(inner)) && inner.has("layer")) {
            inner = inner.path("layer");
        }
        return inner;
    }

    /** What kind of layer or vertex it is. */
    String type() {
        return kind(config);
    }

    /** A number of channels. */
    int channels(String key) throws UnreadableException {
        return within(key, config.path(key), 1, MOST_CHANNELS);
    }

    /** A whole number from 1. */
    int count(String key) throws UnreadableException {
        return within(key, config.path(key), 1, LARGEST);
    }

    /** Two whole numbers. */
    int[] pair(String key, int least) throws UnreadableException {
        return wholes(key, 2, least);
    }

    /** So many whole numbers. */
    int[] wholes(String key, int count, int least) throws UnreadableException {
        JsonNode value = config.path(key);
        if (!value.isArray() || value.size() != count) {
            throw refusal(key);
        }
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = within(key, value.path(i), least, LARGEST);
        }
        return numbers;
    }

    /** The one whole number that both rows and columns have; empty where the key is left out. */
    Optional<Integer> both(String key) throws UnreadableException {
        if (!config.has(key)) {
            return Optional.empty();
        }
        int[] pair = pair(key, 1);
        if (pair[0] != pair[1]) {
            throw refusal(key);
        }
        return Optional.of(pair[0]);
    }

    private int within(String key, JsonNode value, int least, int most) throws UnreadableException {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw refusal(key);
        }
        return value.intValue();
    }

    /** A word; a fallback where the key is left out or null. */
    String word(String key, String fallback) {
        JsonNode value = config.path(key);
        return value.isMissingNode() || value.isNull() ? fallback : value.asText();
    }

    /** Yes or no; a fallback where the key is left out. */
    boolean flag(String key, boolean fallback) throws UnreadableException {
        JsonNode value = config.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw refusal(key);
        }
        return value.asBoolean(fallback);
    }

    /** A finite number. */
    float number(String key) throws UnreadableException {
        JsonNode value = config.path(key);
        if (!value.isNumber() || !Float.isFinite(value.floatValue())) {
            throw refusal(key);
        }
        return value.floatValue();
    }

    /** Why a setting is not supported: "ConvolutionLayer with convolutionMode Causal". */
    UnreadableException refusal(String key) {
        JsonNode value = config.path(key);
        String text = value.isTextual() ? value.textValue() : value.toString();
        return new UnreadableException(type()
                + (value.isMissingNode()
                        ? " without " + key
                        : " with " + key + " " + (text.length() <= LONGEST ? text : text.substring(0, LONGEST))));
    }
}
