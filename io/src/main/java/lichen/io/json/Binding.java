package lichen.io.json;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;

/** What one reading of a config shares: where paths start, the problems so far, and what was found where. */
final class Binding {
    private final Path folder;
    private final Problems problems;
    private final Map<String, JsonValue> nodes;
    private final Map<Object, String> paths;
    private final Map<String, FileReference> files;
    private final Map<String, FolderReference> folders;
    private final Map<String, String> words;

    Binding(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
        this.nodes = new LinkedHashMap<>();
        this.paths = new IdentityHashMap<>();
        this.files = new LinkedHashMap<>();
        this.folders = new LinkedHashMap<>();
        this.words = new LinkedHashMap<>();
    }

    /** Shares everything but the problems. */
    private Binding(Binding other, Problems problems) {
        this.folder = other.folder;
        this.problems = problems;
        this.nodes = other.nodes;
        this.paths = other.paths;
        this.files = other.files;
        this.folders = other.folders;
        this.words = other.words;
    }

    /** The same with problems of its own, for a default: those are a programmer's. */
    Binding forDefault() {
        return new Binding(this, new Problems());
    }

    /** What a relative path starts from: the folder of the file that it is written in, or on the command line the current one. */
    Path startOfPaths(Place place) {
        if (place instanceof Place.OnCommandLine) {
            return Path.of("").toAbsolutePath();
        }
        return place instanceof Place.InBase base ? base.folder() : folder;
    }

    Problems problems() {
        return problems;
    }

    /** The values visited, by path. */
    Map<String, JsonValue> nodes() {
        return nodes;
    }

    /** The paths of the records made, by identity. */
    Map<Object, String> paths() {
        return paths;
    }

    /** The files named, by path. */
    Map<String, FileReference> files() {
        return files;
    }

    /** The folders named, by path. */
    Map<String, FolderReference> folders() {
        return folders;
    }

    /** The user's own words, by path: texts, and the keys of maps. */
    Map<String, String> words() {
        return words;
    }

    /** Notes a problem of a value. */
    <T> Optional<T> refuse(Slot slot, String message) {
        problems.add(slot.path(), slot.node().place(), message);
        return Optional.empty();
    }
}
