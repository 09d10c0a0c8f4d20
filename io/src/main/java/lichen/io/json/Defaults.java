package lichen.io.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lichen.io.json.RecordSchema.Key;

/** The values of keys that were left out. */
final class Defaults {
    private final Registry registry;
    private final Binding binding;

    Defaults(Registry registry, Binding binding) {
        this.registry = registry;
        this.binding = binding;
    }

    /**
     * The default of a key; empty if it has none.
     *
     * @throws IllegalStateException if the default does not fit the key: a programmer's mistake
     */
    Optional<Object> of(Slot parent, Key key) {
        Optional<JsonValue> node = node(key);
        if (node.isEmpty()) {
            return key.isOptional() ? Optional.of(Optional.empty()) : Optional.empty();
        }
        Binding own = binding.forDefault();
        Optional<Object> value = new TreeBinder(registry, own).bind(parent.key(key.name(), node.get()), key.type());
        return Optional.of(value.orElseThrow(() -> wrong(key, own.problems())));
    }

    /**
     * Completes an object that only settings made with the default of its key: {@code -s optimizer.history=5} alone must not
     * lose the default's other keys. Where a setting changes the type, the other keys of the default do not apply.
     */
    JsonValue underlie(JsonValue written, Key key) {
        return lay(written, node(key).orElse(written));
    }

    private static JsonValue lay(JsonValue written, JsonValue usual) {
        boolean complete = !(written instanceof JsonValue.Mapping mapping && mapping.implied());
        if (complete || !(written instanceof JsonValue.Mapping over && usual instanceof JsonValue.Mapping under)) {
            return written;
        }
        JsonValue.Entry type = over.entries().get(RecordBinder.TYPE);
        JsonValue.Entry usualType = under.entries().get(RecordBinder.TYPE);
        if (type != null && usualType != null && !sameText(type.value(), usualType.value())) {
            return written;
        }
        Map<String, JsonValue.Entry> entries = new LinkedHashMap<>(under.entries());
        over.entries().forEach((name, entry) -> {
            JsonValue below = under.entries().getOrDefault(name, entry).value();
            entries.put(name, new JsonValue.Entry(entry.keyPlace(), lay(entry.value(), below)));
        });
        return new JsonValue.Mapping(over.place(), entries, false);
    }

    private static boolean sameText(JsonValue one, JsonValue other) {
        return one instanceof JsonValue.Text first
                && other instanceof JsonValue.Text second
                && first.value().equals(second.value());
    }

    private static Optional<JsonValue> node(Key key) {
        return key.defaultText().map(text -> {
            Problems problems = new Problems();
            try {
                JsonValue node = TreeParser.parse(text, (line, column) -> new Place.OfDefault(key.inCode()), problems);
                problems.throwAny();
                return node;
            } catch (ConfigException e) {
                throw new IllegalStateException(
                        "the default of " + key.inCode() + " is not JSON: " + text
                                + ". A text needs quotes: \"\\\"x\\\"\"",
                        e);
            }
        });
    }

    private static IllegalStateException wrong(Key key, Problems problems) {
        return new IllegalStateException("the default of " + key.inCode() + " does not fit:\n"
                + new ConfigException(problems.inOrder()).getMessage());
    }
}
