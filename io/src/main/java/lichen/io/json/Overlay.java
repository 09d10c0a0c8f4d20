package lichen.io.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays changes over a tree. */
final class Overlay {
    private final Problems problems;

    Overlay(Problems problems) {
        this.problems = problems;
    }

    /**
     * A new value.
     *
     * @param keys the way to it
     * @param place where it was written
     * @param value the value
     */
    record Change(List<String> keys, Place place, JsonValue value) {}

    /** The tree with the settings in it, later ones over earlier ones. */
    JsonValue apply(JsonValue root, List<Setting> settings) {
        JsonValue changed = root;
        for (Setting setting : settings) {
            changed = apply(changed, new Change(setting.keys(), setting.place(), valueOf(setting)), JsonPath.ROOT);
        }
        return changed;
    }

    /**
     * The tree with a change in it.
     *
     * @param path where the tree stands in the document
     */
    JsonValue apply(JsonValue root, Change change, String path) {
        return set(root, change, 0, path);
    }

    /**
     * Completes an object that only settings made with the default of its key: {@code -s optimizer.history=5} alone must not
     * lose the default's other keys. Where a setting changes the type, the other keys of the default do not apply.
     */
    static JsonValue completed(JsonValue written, JsonValue usual) {
        if (!(written instanceof JsonValue.Mapping over
                && over.implied()
                && usual instanceof JsonValue.Mapping under)) {
            return written;
        }
        JsonValue.Entry type = over.entries().get(Registry.TYPE);
        JsonValue.Entry usualType = under.entries().get(Registry.TYPE);
        if (type != null && usualType != null && !sameText(type.value(), usualType.value())) {
            return written;
        }
        Map<String, JsonValue.Entry> entries = new LinkedHashMap<>(under.entries());
        over.entries().forEach((name, entry) -> {
            JsonValue below = under.entries().getOrDefault(name, entry).value();
            entries.put(name, new JsonValue.Entry(entry.keyPlace(), completed(entry.value(), below)));
        });
        return new JsonValue.Mapping(over.place(), entries, false);
    }

    private static boolean sameText(JsonValue one, JsonValue other) {
        return one instanceof JsonValue.Text first
                && other instanceof JsonValue.Text second
                && first.value().equals(second.value());
    }

    private JsonValue set(JsonValue node, Change change, int depth, String path) {
        if (depth == change.keys().size()) {
            return change.value();
        }
        String key = change.keys().get(depth);
        if (node instanceof JsonValue.Mapping mapping) {
            JsonValue.Entry old = mapping.entries().get(key);
            JsonValue child = old == null ? missing(change, depth + 1) : old.value();
            Place keyPlace = old == null ? change.place() : old.keyPlace();
            return mapping.with(
                    key, new JsonValue.Entry(keyPlace, set(child, change, depth + 1, JsonPath.key(path, key))));
        }
        if (node instanceof JsonValue.Sequence sequence) {
            return setElement(sequence, change, depth, path);
        }
        problems.add(
                path,
                change.place(),
                "is " + node.inWords() + ", so there is no \"" + key + "\" in it. Set " + path + " as a whole");
        return node;
    }

    private JsonValue setElement(JsonValue.Sequence sequence, Change change, int depth, String path) {
        String key = change.keys().get(depth);
        int size = sequence.elements().size();
        if (!isIndex(key) || Integer.parseInt(key) > size) {
            problems.add(
                    path,
                    change.place(),
                    "is a list of " + size + ", so \"" + key + "\" must be a number from 0 to " + size + ", where "
                            + size + " adds an element");
            return sequence;
        }
        int index = Integer.parseInt(key);
        List<JsonValue> elements = new ArrayList<>(sequence.elements());
        JsonValue old = index < size ? elements.get(index) : missing(change, depth + 1);
        JsonValue changed = set(old, change, depth + 1, JsonPath.element(path, index));
        if (index < size) {
            elements.set(index, changed);
        } else {
            elements.add(changed);
        }
        return new JsonValue.Sequence(sequence.place(), elements);
    }

    /** What stands where nothing stood, for the rest of the way to lead into. */
    private static JsonValue missing(Change change, int depth) {
        boolean list = depth < change.keys().size() && isIndex(change.keys().get(depth));
        return list
                ? new JsonValue.Sequence(change.place(), List.of())
                : new JsonValue.Mapping(change.place(), Map.of(), true);
    }

    private static boolean isIndex(String key) {
        return key.matches("\\d{1,6}");
    }

    private JsonValue valueOf(Setting setting) {
        try {
            return TreeParser.parse(setting.value(), (line, column) -> setting.place(), problems);
        } catch (ConfigException notJson) {
            return new JsonValue.Text(setting.place(), setting.value());
        }
    }
}
