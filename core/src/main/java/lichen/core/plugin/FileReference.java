package lichen.core.plugin;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.core.check.Require;

/**
 * A file that an experiment names: a path, or {@code bundled:<name>} for what comes along with Lichen (or with any jar on
 * the class path that holds a resource {@code lichen/bundled/<name>}).
 *
 * @param name an absolute path, or {@code bundled:<name>}
 */
public record FileReference(String name) {
    private static final String BUNDLED = "bundled:";
    private static final String ROOT = "/lichen/bundled/";

    /** Checks that there is a name. */
    public FileReference {
        Require.that(!name.isBlank() && !name.equals(BUNDLED), "name", "must be a path or bundled:<name>");
    }

    /** A reference to a file. */
    public static FileReference to(Path path) {
        return new FileReference(path.toAbsolutePath().normalize().toString());
    }

    /** Whether the name is one of those that come along. */
    public boolean isBundled() {
        return name.startsWith(BUNDLED);
    }

    /**
     * Opens the file for reading.
     *
     * @throws FileNotFoundException if there is no such file, or no such name among those that come along
     */
    public InputStream open() throws IOException {
        if (isBundled()) {
            InputStream stream = FileReference.class.getResourceAsStream(ROOT + name.substring(BUNDLED.length()));
            if (stream == null) {
                throw new FileNotFoundException(name + ": nothing of this name comes along");
            }
            return stream;
        }
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new FileNotFoundException(name + ": no such file");
        }
        if (Files.isDirectory(path)) {
            throw new FileNotFoundException(name + ": is a folder, not a file");
        }
        return Files.newInputStream(path);
    }

    @Override
    public String toString() {
        return name;
    }
}
