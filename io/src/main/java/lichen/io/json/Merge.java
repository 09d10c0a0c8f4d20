package lichen.io.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a value over another: objects key by key, anything else as a whole. An object that says it is of another type, or like
 * another file, takes the place of the one below as a whole. What is laid over a key that was left out changes its default.
 */
final class Merge {
    private Merge() {}

    /** The keys of both objects, whatever their types: of those in both, the values laid over each other. */
    static JsonValue.Mapping keys(JsonValue.Mapping lower, JsonValue.Mapping upper) {
        Map<String, JsonValue.Entry> entries = new LinkedHashMap<>(lower.entries());
        upper.entries().forEach((key, entry) -> {
            JsonValue.Entry below = lower.entries().get(key);
            JsonValue value = below == null ? overDefault(entry.value()) : over(below.value(), entry.value());
            entries.put(key, new JsonValue.Entry(entry.keyPlace(), value));
        });
        return new JsonValue.Mapping(upper.place(), entries);
    }

    private static JsonValue over(JsonValue lower, JsonValue upper) {
        if (!(upper instanceof JsonValue.Mapping over)) {
            return upper;
        }
        Optional<String> kind = kind(over);
        if (lower instanceof JsonValue.Mapping under && (kind.isEmpty() || kind.equals(kind(under)))) {
            return keys(under, over);
        }
        if (lower instanceof JsonValue.Deferred unknown && kind.isEmpty()) {
            JsonValue.Deferred changed = unknown;
            for (Overlay.Change change : changes(over)) {
                changed = changed.with(change);
            }
            return changed;
        }
        return upper;
    }

    private static JsonValue overDefault(JsonValue upper) {
        return upper instanceof JsonValue.Mapping over && kind(over).isEmpty()
                ? new JsonValue.Deferred(over.place(), new JsonValue.Mapping(over.place(), Map.of()), changes(over))
                : upper;
    }

    private static List<Overlay.Change> changes(JsonValue.Mapping mapping) {
        return mapping.entries().entrySet().stream()
                .map(key -> new Overlay.Change(
                        List.of(key.getKey()),
                        key.getValue().keyPlace(),
                        overDefault(key.getValue().value())))
                .toList();
    }

    /** What an object says of itself. */
    private static Optional<String> kind(JsonValue.Mapping mapping) {
        return mapping.text(Registry.TYPE)
                .map(type -> "of the type " + type)
                .or(() -> mapping.text(Bases.EXTENDS).map(file -> "like " + file))
                .or(() -> mapping.text(Bases.BASE).map(file -> "like " + file));
    }
}
