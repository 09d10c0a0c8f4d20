package lichen.io.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.ZipFile;
import lichen.core.npy.Npz;
import lichen.io.file.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state from which a run can go on: {@code checkpoint/state.npz}, and the one before it. At every moment at least one
 * of them is whole.
 */
public final class Checkpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

    private final Path latest;
    private final Path previous;

    Checkpoint(Path folder) {
        this.latest = folder.resolve("state.npz");
        this.previous = folder.resolve("state.previous.npz");
    }

    /**
     * Saves a state; the last one becomes the previous one.
     *
     * @throws IOException naming the file, if it cannot be written; the last state is then still there
     */
    public void save(Npz state) throws IOException {
        if (Files.exists(latest)) {
            Files.move(latest, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        AtomicFiles.write(latest, state::write);
    }

    /**
     * The last state that is whole.
     *
     * @return nothing if none was saved yet
     * @throws RunException if there are only damaged ones
     */
    public Optional<Npz> load() throws IOException {
        if (!Files.exists(latest) && !Files.exists(previous)) {
            return Optional.empty();
        }
        if (Files.exists(latest)) {
            try {
                return Optional.of(read(latest));
            } catch (IOException e) {
                LOG.warn("{}: is damaged ({}); the state before it is used", latest, e.getMessage());
            }
        }
        Npz state;
        try {
            state = read(previous);
        } catch (IOException e) {
            throw new RunException(
                    latest + ": is damaged, and so is the state before it; start again under a new --name", e);
        }
        // Otherwise the next save would put the damaged file in the place of the whole one.
        Files.deleteIfExists(latest);
        return Optional.of(state);
    }

    /** Removes what was saved: the run is done. */
    public void delete() throws IOException {
        Files.deleteIfExists(latest);
        Files.deleteIfExists(previous);
    }

    private static Npz read(Path file) throws IOException {
        // Opening as a zip asks for its directory, which comes last: without it the file was cut short.
        int entries;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            entries = zip.size();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Npz state = Npz.read(in);
            if (state.arrays().size() + (state.about().isEmpty() ? 0 : 1) != entries) {
                throw new IOException("entries are missing");
            }
            return state;
        } catch (RuntimeException e) {
            // Damaged numbers in a header meet the reader as arithmetic or negative sizes.
            throw new IOException("not a state: " + e.getMessage(), e);
        }
    }
}
