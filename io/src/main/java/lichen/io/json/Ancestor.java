package lichen.io.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.core.plugin.FileReference;

/**
 * A file that a config takes over.
 *
 * @param name the file as the config names it
 * @param file which file that is
 * @param folder what relative paths in it start from
 * @param namedAt where the config names it
 */
record Ancestor(String name, FileReference file, Path folder, Place namedAt) {
    /** Where a value of it was written. */
    Place at(int line, int column) {
        return new Place.InBase(this, line, column);
    }

    /** The files from one to itself, where it leads to itself again: they have no end. */
    Optional<String> round() {
        List<String> names = new ArrayList<>(List.of(name));
        Place place = namedAt;
        while (place instanceof Place.InBase within) {
            names.add(0, within.ancestor().name());
            if (within.ancestor().file().equals(file)) {
                return Optional.of(String.join(" -> ", names));
            }
            place = within.ancestor().namedAt();
        }
        return Optional.empty();
    }
}
