package lichen.core.plugin;

import java.io.ByteArrayInputStream;
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

    /** What is piped into this process. */
    public static FileReference standardInput() {
        return new FileReference(InheritedFile.STANDARD_INPUT);
    }

    /** Whether the name is one of those that come along. */
    public boolean isBundled() {
        return name.startsWith(BUNDLED);
    }

    /** Whether the file is there after this process too; what is piped into it is not. */
    public boolean isLasting() {
        return !InheritedFile.isNamed(name);
    }

    /**
     * Opens the file for reading. Standard input, and what a shell hands over by {@code <(...)}, can be opened any number
     * of times.
     *
     * @throws FileNotFoundException if there is no such file, or no such name among those that come along, or if it is a
     *     folder, or a pipe or a device, which could keep its reader waiting for ever
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
        if (InheritedFile.isNamed(name)) {
            return new ByteArrayInputStream(InheritedFile.contents(name));
        }
        if (!Files.exists(path)) {
            throw new FileNotFoundException(name + ": no such file");
        }
        if (Files.isDirectory(path)) {
            throw new FileNotFoundException(name + ": is a folder, not a file");
        }
        if (!Files.isRegularFile(path)) {
            throw new FileNotFoundException(name + ": is a pipe or a device, not a file; save what it gives to a file");
        }
        return Files.newInputStream(path);
    }

    @Override
    public String toString() {
        return name;
    }
}
