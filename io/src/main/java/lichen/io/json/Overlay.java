package lichen.io.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    record Change(List<String> keys, Place place, JsonValue value) {
        Change {
            keys = List.copyOf(keys);
        }

        String first() {
            return keys.get(0);
        }

        /** The same change as it looks from one step further on its way. */
        Change further() {
            return new Change(keys.subList(1, keys.size()), place, value);
        }

        boolean isElement() {
            return first().matches("\\d{1,6}");
        }
    }

    /** The tree with the settings in it, later ones over earlier ones. */
    JsonValue apply(JsonValue root, List<Setting> settings) {
        List<Change> changes = settings.stream()
                .map(setting -> setting.change(valueOf(setting)))
                .toList();
        return apply(root, changes, JsonPath.ROOT);
    }

    /**
     * The tree with changes in it, later ones over earlier ones.
     *
     * @param path where the tree stands in the document
     */
    JsonValue apply(JsonValue root, List<Change> changes, String path) {
        JsonValue changed = root;
        for (Change change : changes) {
            changed = set(changed, change, path);
        }
        return changed;
    }

    /**
     * What settings made of a value that turned out not to come from another file.
     *
     * @param usual the default of its key: {@code -s optimizer.history=5} alone must not lose the default's other keys. Where a
     *     setting changes the type, they do not apply
     */
    JsonValue settled(JsonValue.Deferred deferred, Optional<JsonValue> usual, String path) {
        List<Change> changes = deferred.changes();
        if (deferred.derived().isEmpty()) {
            return apply(usual.filter(node -> !isRetyped(node, changes)).orElse(deferred.start()), changes, path);
        }
        JsonValue plain = deferred.start();
        for (Change change : changes) {
            plain = inside(plain, change, path);
        }
        return plain;
    }

    private static boolean isRetyped(JsonValue node, List<Change> changes) {
        return node instanceof JsonValue.Mapping mapping
                && changes.stream()
                        .filter(change -> change.keys().equals(List.of(Registry.TYPE)))
                        .anyMatch(change -> !(change.value() instanceof JsonValue.Text type
                                && mapping.text(Registry.TYPE).equals(Optional.of(type.value()))));
    }

    private JsonValue set(JsonValue node, Change change, String path) {
        if (change.keys().isEmpty()) {
            return change.value() instanceof JsonValue.Deferred inner
                    ? apply(node, inner.changes(), path)
                    : change.value();
        }
        if (node instanceof JsonValue.Deferred deferred) {
            return deferred.derived()
                    .map(mapping -> derived(mapping, deferred.changes(), change, path))
                    .orElseGet(() -> deferred.with(change));
        }
        return node instanceof JsonValue.Mapping mapping && Bases.isDerived(mapping)
                ? derived(mapping, List.of(), change, path)
                : inside(node, change, path);
    }

    /** In an object like another file, only which file that is can be changed before it is read. */
    private JsonValue derived(JsonValue.Mapping mapping, List<Change> earlier, Change change, String path) {
        if (Bases.isOwnKey(mapping, change)) {
            JsonValue.Mapping changed = keySet(mapping, change, path);
            return earlier.isEmpty() ? changed : new JsonValue.Deferred(mapping.place(), changed, earlier);
        }
        List<Change> changes = new ArrayList<>(earlier);
        changes.add(Bases.leadsThroughSet(mapping, change) ? change.further() : change);
        return new JsonValue.Deferred(mapping.place(), mapping, changes);
    }

    /** A change of a key or an element. */
    private JsonValue inside(JsonValue node, Change change, String path) {
        if (node instanceof JsonValue.Mapping mapping) {
            return keySet(mapping, change, path);
        }
        if (node instanceof JsonValue.Sequence sequence) {
            return elementSet(sequence, change, path);
        }
        if (change.isElement()) {
            return elementSet(new JsonValue.Sequence(node.place(), List.of(node)), change, path);
        }
        problems.add(
                path,
                change.place(),
                "is " + node.inWords() + ", so there is no \"" + change.first() + "\" in it. Set " + path
                        + " as a whole");
        return node;
    }

    private JsonValue.Mapping keySet(JsonValue.Mapping mapping, Change change, String path) {
        JsonValue.Entry old = mapping.entries().get(change.first());
        Place keyPlace = old == null ? change.place() : old.keyPlace();
        JsonValue value = old == null
                ? begun(change.further())
                : set(old.value(), change.further(), JsonPath.key(path, change.first()));
        return new JsonValue.Mapping(written(mapping.place(), change), mapping.entries())
                .with(change.first(), new JsonValue.Entry(keyPlace, value));
    }

    private JsonValue elementSet(JsonValue.Sequence sequence, Change change, String path) {
        int size = sequence.elements().size();
        if (!change.isElement() || Integer.parseInt(change.first()) > size) {
            problems.add(
                    path,
                    change.place(),
                    "is a list of " + size + ", so \"" + change.first() + "\" must be a number from 0 to " + size
                            + ", where " + size + " adds an element");
            return sequence;
        }
        int index = Integer.parseInt(change.first());
        List<JsonValue> elements = new ArrayList<>(sequence.elements());
        if (index < size) {
            elements.set(index, set(elements.get(index), change.further(), JsonPath.element(path, index)));
        } else {
            elements.add(begun(change.further()));
        }
        return new JsonValue.Sequence(written(sequence.place(), change), elements);
    }

    /** What a change puts where nothing stood. */
    private static JsonValue begun(Change change) {
        if (change.keys().isEmpty()) {
            return change.value();
        }
        JsonValue nothing = change.isElement()
                ? new JsonValue.Sequence(change.place(), List.of())
                : new JsonValue.Mapping(change.place(), Map.of());
        return new JsonValue.Deferred(change.place(), nothing, List.of(change));
    }

    /** The place of a changed value: a default that was changed is one no more. */
    private static Place written(Place place, Change change) {
        return place instanceof Place.OfDefault ? change.place() : place;
    }

    private JsonValue valueOf(Setting setting) {
        try {
            return TreeParser.parse(setting.value(), (line, column) -> setting.place(), problems);
        } catch (ConfigException notJson) {
            return new JsonValue.Text(setting.place(), setting.value());
        }
    }
}
