package lichen.io.json;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads a config into records: strict, and with all problems told at once. */
public final class ConfigReader {
    private final Registry registry;

    @Inject
    ConfigReader(Registry registry) {
        this.registry = registry;
    }

    /**
     * Reads a config.
     *
     * @param text the JSON
     * @param settings changes, which outrank it; later ones outrank earlier ones
     * @param type a family of variants, or a record
     * @throws ConfigException with everything that is wrong
     */
    public <T> Config<T> read(ConfigText text, List<Setting> settings, Class<T> type) {
        Problems problems = new Problems();
        JsonValue root = new Overlay(problems).apply(tree(text, problems), settings);
        Binding binding = new Binding(text.folder(), problems);
        Optional<Object> value = new TreeBinder(registry, binding).bind(new Slot(JsonPath.ROOT, root), type);
        problems.throwAny();
        return new Config<>(type.cast(value.orElseThrow()), registry, binding.found());
    }

    /**
     * Reads a config that a program changes once it knows what it says.
     *
     * @param text the JSON
     * @param type a family of variants, or a record
     * @throws ConfigException with everything that is wrong
     */
    public <T> Draft<T> draft(ConfigText text, Class<T> type) {
        Problems problems = new Problems();
        Slot root = new Slot(JsonPath.ROOT, tree(text, problems));
        Optional<Draft<T>> draft = new TreeBinder(registry, new Binding(text.folder(), problems)).draft(root, type);
        problems.throwAny();
        return draft.orElseThrow();
    }

    private static JsonValue tree(ConfigText text, Problems problems) {
        return TreeParser.document(
                text.text(), (line, column) -> new Place.InFile(text.name(), line, column), problems);
    }
}
