package lichen.io.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lichen.core.plugin.FileReference;

/**
 * Objects that are like those of another file but for some changes. The file is a JSON file, or the name of one that comes along;
 * it may be like a further one.
 *
 * <ul>
 *   <li>{@code {"extends": "gatys", "stop": {"evaluations": 50}}}: the keys beside it are laid over the file, as {@link Merge}
 *       does.
 *   <li>{@code {"base": "gatys", "set": {"stop.evaluations": 50}}}: the keys of {@code set} are ways into the file, and their
 *       values replace what stands there.
 * </ul>
 */
final class Bases {
    static final String EXTENDS = "extends";
    static final String BASE = "base";
    static final String SET = "set";

    private final Binding binding;

    Bases(Binding binding) {
        this.binding = binding;
    }

    /** Whether an object is given as changes of another. */
    static boolean isDerived(JsonValue.Mapping mapping) {
        return isExtending(mapping)
                || (mapping.entries().containsKey(BASE) && !mapping.entries().containsKey(Registry.TYPE));
    }

    private static boolean isExtending(JsonValue.Mapping mapping) {
        return mapping.entries().containsKey(EXTENDS);
    }

    /** Whether a change in such an object is of what it says itself, not of what the file says. */
    static boolean isOwnKey(JsonValue.Mapping derived, Overlay.Change change) {
        return isExtending(derived)
                ? change.first().equals(EXTENDS)
                : change.first().equals(BASE) || change.keys().equals(List.of(SET));
    }

    /** Whether a change in such an object is one of its set, a way into the file. */
    static boolean leadsThroughSet(JsonValue.Mapping derived, Overlay.Change change) {
        return !isExtending(derived)
                && change.first().equals(SET)
                && change.keys().size() > 1;
    }

    /** The object that is meant; nothing where problems were noted. */
    Optional<Slot> derive(Slot slot, JsonValue.Mapping mapping, Class<?> family) {
        String key = isExtending(mapping) ? EXTENDS : BASE;
        Slot named =
                slot.key(key, Objects.requireNonNull(mapping.entries().get(key)).value());
        if (!(named.node() instanceof JsonValue.Text name)) {
            return binding.refuse(named, named.mismatch(String.class));
        }
        binding.found().nodes().put(named.path(), name);
        return parsed(named, name, family)
                .flatMap(node -> node instanceof JsonValue.Mapping further && isDerived(further)
                        ? derive(new Slot(slot.path(), node), further, family)
                        : Optional.of(new Slot(slot.path(), node)))
                .flatMap(base -> isExtending(mapping) ? extended(base, mapping, name) : changed(base, mapping));
    }

    private Optional<JsonValue> parsed(Slot named, JsonValue.Text name, Class<?> family) {
        try {
            FileReference file = file(name, family);
            ConfigText text = ConfigText.read(file, name.value());
            Ancestor ancestor = new Ancestor(text.name(), file, text.folder(), name.place());
            Optional<String> round = ancestor.round();
            if (round.isPresent()) {
                return binding.refuse(
                        named, "leads back to itself: " + round.get() + ". Take one of them out of the round");
            }
            Problems twice = new Problems();
            JsonValue node = TreeParser.document(text.text(), ancestor::at, twice);
            twice.throwAny();
            return Optional.of(node);
        } catch (ConfigException e) {
            Problem problem = e.problems().get(0);
            return binding.refuse(named, "cannot be read (" + problem.place() + "): " + problem.message());
        } catch (InvalidPathException e) {
            return binding.refuse(named, "is not a path of this system: " + e.getReason());
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

    private Optional<Slot> extended(Slot base, JsonValue.Mapping mapping, JsonValue.Text name) {
        JsonValue.Mapping changes = mapping.without(EXTENDS);
        if (!(base.node() instanceof JsonValue.Mapping whole)) {
            return Optional.of(base);
        }
        Optional<String> type = changes.text(Registry.TYPE);
        Optional<String> inherited = whole.text(Registry.TYPE);
        if (type.isPresent() && inherited.isPresent() && !type.equals(inherited)) {
            Slot typeSlot = base.key(
                    Registry.TYPE,
                    Objects.requireNonNull(changes.entries().get(Registry.TYPE)).value());
            return binding.refuse(
                    typeSlot,
                    "is " + type.get() + ", but \"" + name.value() + "\" is of the type " + inherited.get()
                            + ", of which nothing would be left. Leave out this key, or \"extends\"");
        }
        return Optional.of(new Slot(base.path(), Merge.keys(whole, changes)));
    }

    private Optional<Slot> changed(Slot base, JsonValue.Mapping mapping) {
        List<Overlay.Change> changes = new ArrayList<>();
        mapping.entries().forEach((key, entry) -> {
            if (key.equals(SET) && entry.value() instanceof JsonValue.Mapping set) {
                set.entries().forEach((way, change) -> way(base, way, change).ifPresent(changes::add));
            } else if (!key.equals(BASE)) {
                refuse(base, key, entry);
            }
        });
        return Optional.of(
                new Slot(base.path(), new Overlay(binding.problems()).apply(base.node(), changes, base.path())));
    }

    private Optional<Overlay.Change> way(Slot slot, String way, JsonValue.Entry change) {
        Optional<List<String>> keys = JsonPath.keys(way);
        if (keys.isEmpty()) {
            binding.problems()
                    .add(
                            JsonPath.key(JsonPath.key(slot.path(), SET), way),
                            change.keyPlace(),
                            "is no way to a key: keys are joined by dots, elements are numbers in brackets, such as"
                                    + " \"stages[0].scale\"");
        }
        return keys.map(steps -> new Overlay.Change(steps, change.keyPlace(), change.value()));
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
