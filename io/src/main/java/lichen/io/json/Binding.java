package lichen.io.json;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;

/**
 * What one reading of a config shares.
 *
 * @param folder where paths start
 * @param problems so far
 * @param found what was found where
 */
record Binding(Path folder, Problems problems, Found found) {
    Binding(Path folder, Problems problems) {
        this(
                folder,
                problems,
                new Found(
                        new LinkedHashMap<>(),
                        new IdentityHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>()));
    }

    /**
     * What was found where.
     *
     * @param nodes the values visited, by path
     * @param paths the paths of the records made, by identity
     * @param files the files named, by path
     * @param folders the folders named, by path
     * @param words the user's own words, by path: texts, and the keys of maps
     */
    record Found(
            Map<String, JsonValue> nodes,
            Map<Object, String> paths,
            Map<String, FileReference> files,
            Map<String, FolderReference> folders,
            Map<String, String> words) {}

    /** The same with problems of its own, for a default: those are a programmer's. */
    Binding forDefault() {
        return new Binding(folder, new Problems(), found);
    }

    /** What a relative path starts from: the folder of the file that it is written in, or on the command line the current one. */
    Path startOfPaths(Place place) {
        if (place instanceof Place.OnCommandLine) {
            return Path.of("").toAbsolutePath();
        }
        return place instanceof Place.InBase within ? within.ancestor().folder() : folder;
    }

    /** Notes a problem of a value. */
    <T> Optional<T> refuse(Slot slot, String message) {
        problems.add(slot.path(), slot.node().place(), message);
        return Optional.empty();
    }
}
