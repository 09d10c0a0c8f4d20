package lichen.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone when it is closed. */
public final class ScratchFolder implements AutoCloseable {
    private static final String PREFIX = "lichen-";

    private final Path path;

    /** Makes it among the system's temporary folders. */
    public ScratchFolder() throws IOException {
        path = Files.createTempDirectory(PREFIX);
    }

    /** Makes it in a folder. */
    public ScratchFolder(Path parent) throws IOException {
        path = Files.createTempDirectory(parent, PREFIX);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
