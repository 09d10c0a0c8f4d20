package lichen.io.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a value over another: objects key by key, anything else as a whole. An object that says it is of another type, or like
 * another file, takes the place of the one below as a whole.
 */
final class Merge {
    private Merge() {}

    /** The upper value with what it takes over from the lower one. */
    static JsonValue of(JsonValue lower, JsonValue upper) {
        return lower instanceof JsonValue.Mapping under
                        && upper instanceof JsonValue.Mapping over
                        && isAlike(under, over)
                ? keys(under, over)
                : upper;
    }

    /** The keys of both objects, whatever their types: of those in both, the values laid over each other. */
    static JsonValue.Mapping keys(JsonValue.Mapping lower, JsonValue.Mapping upper) {
        Map<String, JsonValue.Entry> entries = new LinkedHashMap<>(lower.entries());
        upper.entries().forEach((key, entry) -> {
            JsonValue below = lower.entries().getOrDefault(key, entry).value();
            entries.put(key, new JsonValue.Entry(entry.keyPlace(), of(below, entry.value())));
        });
        return new JsonValue.Mapping(upper.place(), entries);
    }

    private static boolean isAlike(JsonValue.Mapping lower, JsonValue.Mapping upper) {
        Optional<String> kind = kind(upper);
        return kind.isEmpty() || kind.equals(kind(lower));
    }

    /** What an object says of itself. */
    private static Optional<String> kind(JsonValue.Mapping mapping) {
        return mapping.text(Registry.TYPE)
                .map(type -> "of the type " + type)
                .or(() -> mapping.text(Bases.EXTENDS).map(file -> "like " + file))
                .or(() -> mapping.text(Bases.BASE).map(file -> "like " + file));
    }
}
