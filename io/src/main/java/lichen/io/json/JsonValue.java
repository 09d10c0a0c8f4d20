package lichen.io.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that knows where it was written. */
sealed interface JsonValue {
    /** Where it was written. */
    Place place();

    /** What it is, in words, for a message: {@code text "grm"}. */
    String inWords();

    /**
     * An object.
     *
     * @param entries in the order written
     * @param implied whether nobody wrote it: settings of keys inside it made it
     */
    record Mapping(Place place, Map<String, Entry> entries, boolean implied) implements JsonValue {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        Mapping with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Mapping(place, changed, implied);
        }

        @Override
        public String inWords() {
            return "an object";
        }
    }

    /**
     * A key's value.
     *
     * @param keyPlace where the key was written
     * @param value the value
     */
    record Entry(Place keyPlace, JsonValue value) {}

    /** A list. */
    record Sequence(Place place, List<JsonValue> elements) implements JsonValue {
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String inWords() {
            return "a list of " + elements.size();
        }
    }

    /** A string. */
    record Text(Place place, String value) implements JsonValue {
        private static final int SHOWN = 40;

        @Override
        public String inWords() {
            String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
            return "the text \"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
        }
    }

    /**
     * A number.
     *
     * @param literal as written
     * @param whole whether it was written without fraction and exponent
     */
    record Number(Place place, String literal, boolean whole) implements JsonValue {
        @Override
        public String inWords() {
            return literal;
        }
    }

    /** True or false. */
    record Truth(Place place, boolean value) implements JsonValue {
        @Override
        public String inWords() {
            return Boolean.toString(value);
        }
    }

    /** Null, which no key accepts. */
    record Nothing(Place place) implements JsonValue {
        @Override
        public String inWords() {
            return "null";
        }
    }
}
