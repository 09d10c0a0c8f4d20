package lichen.io.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;

/**
 * What a config says, and where it says so: for problems that show only later, once the files that it names are open.
 *
 * @param <T> what it describes
 */
public final class Config<T> {
    private final T value;
    private final Registry registry;
    private final Binding.Found found;
    private final String prefix;

    Config(T value, Registry registry, Binding.Found found) {
        this(value, registry, found, JsonPath.ROOT);
    }

    private Config(T value, Registry registry, Binding.Found found, String prefix) {
        this.value = value;
        this.registry = registry;
        this.found = found;
        this.prefix = prefix;
    }

    /** What it describes. */
    public T value() {
        return value;
    }

    /** The variants that it was read with. */
    public Registry registry() {
        return registry;
    }

    /**
     * A part of this config as a config of its own: its ways begin at the part, and problems are told where it stands.
     *
     * @param path the way to the part
     * @param part what it describes
     */
    public <P> Config<P> part(String path, P part) {
        return new Config<>(part, registry, found, prefix + path.substring(JsonPath.ROOT.length()));
    }

    /** Every file that it names, by the way to it: what a run reads, and what must be there. */
    public Map<String, FileReference> files() {
        return Collections.unmodifiableMap(found.files());
    }

    /** The way to the file that a part names, if it names exactly one: what is wrong with it is told there. */
    public Optional<String> fileWithin(String path) {
        String whole = prefix + path.substring(JsonPath.ROOT.length());
        List<String> within = found.files().keySet().stream()
                .filter(file -> file.equals(whole) || file.startsWith(whole + ".") || file.startsWith(whole + "["))
                .toList();
        return within.size() == 1 ? Optional.of(shortened(within.get(0))) : Optional.empty();
    }

    /** Every folder that it names, by the way to it; what is in them is for those to say who look inside. */
    public Map<String, FolderReference> folders() {
        return Collections.unmodifiableMap(found.folders());
    }

    /**
     * A problem of a value.
     *
     * @param path the way to it, {@code $.objective.layers[1]}; where it was left out, the place is that of the object around it
     * @param message what was found, why it is wrong and the way out
     */
    public Problem problemAt(String path, String message) {
        String whole = prefix + path.substring(JsonPath.ROOT.length());
        String written = whole;
        while (!written.equals(JsonPath.ROOT) && !isWritten(written)) {
            written = JsonPath.parent(written);
        }
        JsonValue node = found.nodes().get(written);
        Place place = node == null ? new Place.WholeFile("the config") : node.place();
        return new Problem(whole, place, message);
    }

    private boolean isWritten(String path) {
        JsonValue node = found.nodes().get(path);
        return node != null && !(node.place() instanceof Place.OfDefault);
    }

    /** The way to a record of this config, found by identity; empty if it is not a part. */
    public Optional<String> pathOf(Record part) {
        return Optional.ofNullable(found.paths().get(part))
                .filter(this::isWithin)
                .map(this::shortened);
    }

    /** The ways to a text or to a key of a map: where a layer that turned out to be unknown was named. */
    public List<String> pathsTo(String word) {
        return found.words().entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .filter(this::isWithin)
                .map(this::shortened)
                .toList();
    }

    private boolean isWithin(String path) {
        return path.startsWith(prefix);
    }

    private String shortened(String path) {
        return JsonPath.ROOT + path.substring(prefix.length());
    }
}
