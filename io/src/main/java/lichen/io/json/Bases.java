package lichen.io.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.core.plugin.FileReference;

/**
 * Objects that are like those of another file but for some changes: {@code {"base": "gatys", "set": {"stop.evaluations": 50}}}.
 * The base is a JSON file, or the name of one that comes along; the keys of {@code set} are ways into it, and their values
 * replace what stands there.
 */
final class Bases {
    private static final String BASE = "base";
    private static final String SET = "set";
    private static final int MOST = 8;

    /** Bases in bases' values may go round as well: no config has so many. */
    private static final int MOST_IN_ALL = 500;

    private final Binding binding;
    private int derived;

    Bases(Binding binding) {
        this.binding = binding;
    }

    /** Whether an object is given as changes of another. */
    static boolean isBased(JsonValue.Mapping mapping) {
        return mapping.entries().containsKey(BASE) && !mapping.entries().containsKey(Registry.TYPE);
    }

    /** The object that is meant; its base may have a base itself. Nothing where problems were noted. */
    Optional<Slot> derive(Slot slot, JsonValue.Mapping mapping, Class<?> family) {
        return derive(slot, mapping, family, 1);
    }

    private Optional<Slot> derive(Slot slot, JsonValue.Mapping mapping, Class<?> family, int depth) {
        Slot base = slot.key(
                BASE, Objects.requireNonNull(mapping.entries().get(BASE)).value());
        if (!(base.node() instanceof JsonValue.Text name)) {
            return binding.refuse(base, base.mismatch(String.class));
        }
        if (depth > MOST || ++derived > MOST_IN_ALL) {
            return binding.refuse(
                    base,
                    "is the last of more than " + (depth > MOST ? MOST : MOST_IN_ALL)
                            + " bases of each other. Do they go round?");
        }
        binding.found().nodes().put(base.path(), name);
        return parsed(base, name, family)
                .flatMap(node -> node instanceof JsonValue.Mapping further && isBased(further)
                        ? derive(new Slot(slot.path(), node), further, family, depth + 1)
                        : Optional.of(new Slot(slot.path(), node)))
                .map(whole -> changed(whole, mapping));
    }

    private Optional<JsonValue> parsed(Slot base, JsonValue.Text name, Class<?> family) {
        try {
            ConfigText text = ConfigText.read(file(name, family), name.value());
            Problems twice = new Problems();
            JsonValue node = TreeParser.parse(
                    text.text(), (line, column) -> new Place.InBase(text.name(), text.folder(), line, column), twice);
            twice.throwAny();
            return Optional.of(node);
        } catch (ConfigException e) {
            Problem problem = e.problems().get(0);
            return binding.refuse(base, "cannot be read (" + problem.place() + "): " + problem.message());
        } catch (InvalidPathException e) {
            return binding.refuse(base, "is not a path of this system: " + e.getReason());
        }
    }

    /** A file, or one of those that come along: {@code gatys} is the experiment {@code bundled:experiments/gatys.json}. */
    private FileReference file(JsonValue.Text name, Class<?> family) {
        if (name.value().startsWith("bundled:")) {
            return new FileReference(name.value());
        }
        Path path = Path.of(name.value());
        return name.value().endsWith(".json") || path.getNameCount() > 1
                ? FileReference.to(binding.startOfPaths(name.place()).resolve(path))
                : new FileReference("bundled:" + Registry.nameOf(family) + "s/" + name.value() + ".json");
    }

    private Slot changed(Slot slot, JsonValue.Mapping mapping) {
        List<Overlay.Change> changes = new ArrayList<>();
        mapping.entries().forEach((key, entry) -> {
            if (key.equals(SET) && entry.value() instanceof JsonValue.Mapping set) {
                set.entries().forEach((way, change) -> collect(List.of(way.split("\\.", -1)), change, changes));
            } else if (entry.keyPlace() instanceof Place.OnCommandLine) {
                collect(List.of(key), entry, changes);
            } else if (!key.equals(BASE)) {
                refuse(slot, key, entry);
            }
        });
        JsonValue node = slot.node();
        for (Overlay.Change change : changes) {
            node = new Overlay(binding.problems()).apply(node, change, slot.path());
        }
        return new Slot(slot.path(), node);
    }

    /** Of an object that only settings made, what they set; anything else as a whole. */
    private static void collect(List<String> way, JsonValue.Entry entry, List<Overlay.Change> changes) {
        if (entry.value() instanceof JsonValue.Mapping mapping && mapping.implied()) {
            for (Map.Entry<String, JsonValue.Entry> inner : mapping.entries().entrySet()) {
                List<String> longer = new ArrayList<>(way);
                longer.add(inner.getKey());
                collect(longer, inner.getValue(), changes);
            }
        } else {
            changes.add(new Overlay.Change(way, entry.keyPlace(), entry.value()));
        }
    }

    private void refuse(Slot slot, String key, JsonValue.Entry entry) {
        String found = key.equals(SET)
                ? "expected an object of values by their ways, such as {\"stop.evaluations\": 50}, found "
                        + entry.value().inWords()
                : "unknown key \"" + key + "\" beside \"base\". What is to be changed goes into \"set\": {\"" + key
                        + "\": ...}";
        binding.problems().add(JsonPath.key(slot.path(), key), entry.keyPlace(), found);
    }
}
