package lichen.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes what must not be lost: where it belongs, or, if it cannot be written there, elsewhere. */
public final class Refuge {
    private Refuge() {}

    /**
     * Writes a file as {@link AtomicFiles#write} does.
     *
     * @throws IOException if it could not be written there, saying where it is now: in the folder for temporary files, the user's
     *     own, or the current one
     */
    public static void write(Path file, AtomicFiles.Content content) throws IOException {
        write(
                file,
                content,
                List.of(
                        Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
                        Path.of(System.getProperty("user.home", "")),
                        Path.of("").toAbsolutePath()));
    }

    static void write(Path file, AtomicFiles.Content content, List<Path> elsewhere) throws IOException {
        try {
            AtomicFiles.write(file, content);
        } catch (IOException e) {
            for (Path folder : elsewhere) {
                Optional<Path> refuge = written(folder, file, content);
                if (refuge.isPresent()) {
                    throw WriteException.keptIn(refuge.get(), e);
                }
            }
            throw e;
        }
    }

    private static Optional<Path> written(Path folder, Path file, AtomicFiles.Content content) {
        try {
            Path refuge = Files.createTempFile(folder, "lichen-", "-" + file.getFileName());
            try {
                AtomicFiles.write(refuge, content);
                return Optional.of(refuge);
            } catch (IOException e) {
                Files.delete(refuge);
                throw e;
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
