package lichen.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder {@code shared/data} beside the repository, where it exists: files that the project may not contain. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A file below the folder; the test is skipped, with the reason, where it is missing. */
    public static Path find(String name) {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Assumptions.abort("there is no shared/data/" + name + " beside the repository");
    }
}
