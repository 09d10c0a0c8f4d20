package lichen.io.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
     */
    record Mapping(Place place, Map<String, Entry> entries) implements JsonValue {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        Mapping with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Mapping(place, changed);
        }

        Mapping without(String key) {
            Map<String, Entry> fewer = new LinkedHashMap<>(entries);
            fewer.remove(key);
            return new Mapping(place, fewer);
        }

        /** A key's value, if it is a text. */
        Optional<String> text(String key) {
            Entry entry = entries.get(key);
            return entry != null && entry.value() instanceof Text text ? Optional.of(text.value()) : Optional.empty();
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

    /**
     * What is changed before it is known what stands there: the default of a key that was left out, or what another file says.
     *
     * @param start the object that tells of the other file; otherwise an empty object or list, which is there without a default
     * @param changes each of a key or an element inside
     */
    record Deferred(Place place, JsonValue start, List<Overlay.Change> changes) implements JsonValue {
        public Deferred {
            changes = List.copyOf(changes);
        }

        /** The object that tells of another file. */
        Optional<Mapping> derived() {
            return start instanceof Mapping mapping && Bases.isDerived(mapping)
                    ? Optional.of(mapping)
                    : Optional.empty();
        }

        Deferred with(Overlay.Change change) {
            return new Deferred(
                    place,
                    start,
                    Stream.concat(changes.stream(), Stream.of(change)).toList());
        }

        @Override
        public String inWords() {
            return "an object";
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
