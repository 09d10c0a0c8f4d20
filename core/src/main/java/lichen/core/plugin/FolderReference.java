package lichen.core.plugin;

import java.nio.file.Path;
import lichen.core.check.Require;

/**
 * A folder that an experiment names. In JSON a path, which starts from the folder of the config.
 *
 * @param name an absolute path
 */
public record FolderReference(String name) {
    /** Checks that there is a name. */
    public FolderReference {
        Require.that(!name.isBlank(), "name", "must be the path of a folder");
    }

    /** A reference to a folder. */
    public static FolderReference to(Path path) {
        return new FolderReference(path.toAbsolutePath().normalize().toString());
    }

    /** The folder as a path; whether it exists is not said. */
    public Path path() {
        return Path.of(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
