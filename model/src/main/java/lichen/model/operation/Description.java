package lichen.model.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a file says of an operation.
 *
 * @param word which one it is
 * @param settings what else it says, by key, in order: texts, whole numbers, numbers, or lists of whole numbers
 */
public record Description(String word, Map<String, Object> settings) {
    /** Keeps the order. */
    public Description {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** An operation without settings. */
    public Description(String word) {
        this(word, Map.of());
    }

    /** The same with one setting more. */
    public Description with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new Description(word, more);
    }

    /** A constant as files and messages have it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
