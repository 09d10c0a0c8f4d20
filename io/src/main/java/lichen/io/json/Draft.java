package lichen.io.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A config, or a part of one, that is read more than once: as it stands, and with changes. Ways and values of changes are checked as strictly as
 * the part itself.
 *
 * @param <T> what it describes
 */
public final class Draft<T> {
    private final T value;
    private final Slot slot;
    private final Class<T> type;
    private final Registry registry;
    private final Binding binding;

    Draft(T value, Slot slot, Class<T> type, Registry registry, Binding binding) {
        this.value = value;
        this.slot = slot;
        this.type = type;
        this.registry = registry;
        this.binding = binding;
    }

    /** What it describes as it stands. */
    public T value() {
        return value;
    }

    /**
     * What it describes with changes.
     *
     * @param path by which the config knows it: files that it names are among the config's, and its parts are found below
     * @param changes values by the ways to them, such as {@code objective.octaves}; later ones over earlier ones
     * @throws ConfigException telling all that is wrong, each where it was written
     */
    public T with(String path, Map<String, Fragment> changes) {
        return changed(path, changes, new Binding(binding.folder(), new Problems(), binding.found()));
    }

    /**
     * A config of its own of what it describes with values of this program, which nobody wrote. Nothing is read again; what it names
     * instead of the values is not among its files.
     *
     * @param values texts, numbers, truths, records, and lists and maps of those that are no variants, by the ways to them
     * @throws ConfigException telling all that is wrong
     */
    public Config<T> with(Map<String, Object> values) {
        ConfigWriter writer = new ConfigWriter(registry);
        Map<String, Fragment> changes = new LinkedHashMap<>();
        values.forEach((way, made) -> {
            Class<?> type = registry.familyOf(made.getClass()).orElse(made.getClass());
            changes.put(way, new Fragment(writer.tree(made, type)));
        });
        Binding own = new Binding(binding.folder(), new Problems());
        return new Config<>(changed(JsonPath.ROOT, changes, own), registry, own.found());
    }

    private T changed(String path, Map<String, Fragment> changes, Binding own) {
        Problems problems = own.problems();
        List<Overlay.Change> overlaid = new ArrayList<>();
        changes.forEach((way, fragment) -> JsonPath.keys(way)
                .ifPresentOrElse(
                        keys -> overlaid.add(
                                new Overlay.Change(keys, fragment.node().place(), fragment.node())),
                        () -> problems.add(
                                JsonPath.key(path, way),
                                fragment.node().place(),
                                "is no way to a key: keys are joined by dots, elements are numbers in brackets, such as"
                                        + " \"stages[0].scale\"")));
        JsonValue changed = new Overlay(problems).apply(slot.node(), overlaid, path);
        Optional<Object> bound = new TreeBinder(registry, own).bind(new Slot(path, changed), type);
        problems.throwAny();
        return type.cast(bound.orElseThrow());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Draft<?> draft && draft.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
