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
    private final Map<String, Node> nodes;
    private final Map<Object, String> paths;
    private final Map<String, FileReference> files;
    private final Map<String, FolderReference> folders;
    private final Map<String, String> words;

    Config(T value, Binding binding) {
        this.value = value;
        this.nodes = binding.nodes();
        this.paths = binding.paths();
        this.files = Collections.unmodifiableMap(binding.files());
        this.folders = Collections.unmodifiableMap(binding.folders());
        this.words = binding.words();
    }

    /** What it describes. */
    public T value() {
        return value;
    }

    /** Every file that it names, by the way to it: what a run reads, and what must be there. */
    public Map<String, FileReference> files() {
        return files;
    }

    /** Every folder that it names, by the way to it; what is in them is for those to say who look inside. */
    public Map<String, FolderReference> folders() {
        return folders;
    }

    /**
     * A problem of a value.
     *
     * @param path the way to it, {@code $.objective.layers[1]}; where it was left out, the place is that of the object around it
     * @param message what was found, why it is wrong and the way out
     */
    public Problem problemAt(String path, String message) {
        String written = path;
        while (!written.equals(JsonPath.ROOT) && !isWritten(written)) {
            written = JsonPath.parent(written);
        }
        Node node = nodes.get(written);
        Place place = node == null ? new Place.WholeFile("the config") : node.place();
        return new Problem(path, place, message);
    }

    private boolean isWritten(String path) {
        Node node = nodes.get(path);
        return node != null && !(node.place() instanceof Place.OfDefault);
    }

    /** The way to a record of this config, found by identity; empty if it is not a part. */
    public Optional<String> pathOf(Record part) {
        return Optional.ofNullable(paths.get(part));
    }

    /** The ways to a text or to a key of a map: where a layer that turned out to be unknown was named. */
    public List<String> pathsTo(String word) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .toList();
    }
}
