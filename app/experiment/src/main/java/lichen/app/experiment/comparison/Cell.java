package lichen.app.experiment.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One combination of levels.
 *
 * @param levels the level of each axis, by its name
 */
record Cell(Map<String, String> levels) {
    Cell {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /** What it is called among the methods. */
    String name() {
        return String.join("_", levels.values()).replaceAll("[^\\p{L}\\p{N}_-]", "-");
    }

    /** Its level of an axis. */
    String level(String axis) {
        return Objects.requireNonNull(levels.get(axis), axis);
    }

    /** The same with another level of an axis. */
    Cell with(String axis, String level) {
        Map<String, String> changed = new LinkedHashMap<>(levels);
        changed.put(axis, level);
        return new Cell(changed);
    }
}
