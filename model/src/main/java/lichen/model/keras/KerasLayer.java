package lichen.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lichen.model.foreign.UnreadableException;

/**
 * A layer as the file describes it.
 *
 * @param path the names of the models inside the network that hold it, from outside, and its own
 * @param type its Keras class
 * @param config its settings
 * @param inputs the layers that it reads, in order
 */
record KerasLayer(List<String> path, String type, JsonNode config, List<String> inputs) {
    /** The class of a model's input. */
    static final String INPUT = "InputLayer";

    /** The class of a layer that passes on what it reads. */
    static final String IDENTITY = "Identity";

    KerasLayer {
        path = List.copyOf(path);
        inputs = List.copyOf(inputs);
    }

    /** A layer that no model inside the network holds. */
    KerasLayer(String name, String type, JsonNode config, List<String> inputs) {
        this(List.of(name), type, config, inputs);
    }

    /** Its unique name. */
    String name() {
        return String.join("/", path);
    }

    boolean isInput() {
        return type.equals(INPUT);
    }

    /** A whole number, at least 1. */
    int count(String key) throws UnreadableException {
        JsonNode value = config.path(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
            throw invalid(key, value);
        }
        return value.intValue();
    }

    /** Two whole numbers, at least 1, or one that stands for both; empty where the key is left out or null. */
    Optional<int[]> pair(String key) throws UnreadableException {
        JsonNode value = config.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        int[] pair = value.isArray()
                ? new int[] {value.path(0).asInt(), value.path(1).asInt()}
                : new int[] {value.asInt(), value.asInt()};
        if (value.isArray() && value.size() != 2 || pair[0] < 1 || pair[1] < 1) {
            throw invalid(key, value);
        }
        return Optional.of(pair);
    }

    /** A word; a fallback where the key is left out or null. */
    String word(String key, String fallback) {
        JsonNode value = config.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return fallback;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** Yes or no; a fallback where the key is left out. */
    boolean flag(String key, boolean fallback) throws UnreadableException {
        JsonNode value = config.path(key);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isBoolean()) {
            throw invalid(key, value);
        }
        return value.booleanValue();
    }

    /** A finite number; a fallback where the key is left out or null. */
    double number(String key, double fallback) throws UnreadableException {
        JsonNode value = config.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return fallback;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw invalid(key, value);
        }
        return value.doubleValue();
    }

    /** A finite number, or a list of such. */
    float[] numbers(String key) throws UnreadableException {
        JsonNode value = config.path(key);
        int count = value.isArray() ? value.size() : 1;
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            JsonNode number = value.isArray() ? value.path(i) : value;
            if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
                throw invalid(key, value);
            }
            numbers[i] = (float) number.doubleValue();
        }
        return numbers;
    }

    /** The number of channels that an input expects, where it says so. */
    Optional<Integer> inputChannels() {
        for (String key : List.of("batch_input_shape", "batch_shape")) {
            JsonNode shape = config.path(key);
            if (shape.isArray()
                    && !shape.isEmpty()
                    && shape.get(shape.size() - 1).isInt()) {
                return Optional.of(shape.get(shape.size() - 1).intValue());
            }
        }
        return Optional.empty();
    }

    /** Refuses settings that change what the layer computes. */
    void require(String key, String fallback, String... supported) throws UnreadableException {
        String value = word(key, fallback);
        if (!Arrays.asList(supported).contains(value)) {
            throw new UnreadableException(type + " with " + key + " " + value);
        }
    }

    private UnreadableException invalid(String key, JsonNode value) {
        return new UnreadableException(
                type + (value.isMissingNode() ? " without " + key : " with " + key + " " + brief(value)));
    }

    private static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
