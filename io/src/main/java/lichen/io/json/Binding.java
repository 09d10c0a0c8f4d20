package lichen.io.json;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one reading of a config shares: where paths start, the problems so far, and what was found where. */
final class Binding {
    private final Path folder;
    private final Problems problems;
    private final Map<String, Node> nodes;
    private final Map<Object, String> paths;

    private Binding(Path folder, Problems problems, Map<String, Node> nodes, Map<Object, String> paths) {
        this.folder = folder;
        this.problems = problems;
        this.nodes = nodes;
        this.paths = paths;
    }

    Binding(Path folder, Problems problems) {
        this(folder, problems, new LinkedHashMap<>(), new IdentityHashMap<>());
    }

    /** The same with problems of its own, for a default: those are a programmer's. */
    Binding forDefault() {
        return new Binding(folder, new Problems(), nodes, paths);
    }

    Path folder() {
        return folder;
    }

    Problems problems() {
        return problems;
    }

    /** The values visited, by path. */
    Map<String, Node> nodes() {
        return nodes;
    }

    /** The paths of the records made, by identity. */
    Map<Object, String> paths() {
        return paths;
    }

    /** Notes a problem of a value. */
    <T> Optional<T> refuse(Slot slot, String message) {
        problems.add(slot.path(), slot.node().place(), message);
        return Optional.empty();
    }
}
