package lichen.io.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import lichen.core.npy.Npz;
import lichen.io.file.AtomicFiles;
import lichen.io.file.FreeSpace;

/**
 * The state from which a run can go on: {@code checkpoint/state.npz}. From the first save on a whole one is there at every
 * moment: the next is on the disk before it takes the place of the last.
 */
public final class Checkpoint {
    private final Path state;

    Checkpoint(Path folder) {
        this.state = folder.resolve("state.npz");
    }

    /**
     * Checks that the disk has room for the states that a run will save, before it begins.
     *
     * @param bytes how large a state may become
     * @throws IOException saying how much is needed, how much is free, and the way out
     */
    public void requireRoom(long bytes) throws IOException {
        long there = Files.exists(state) ? Files.size(state) : 0;
        FreeSpace.require(
                state,
                2 * bytes - there,
                "saved states, of which there are two while one takes the place of the other",
                "choose a folder on another disk by --runs, or save none by -s output.checkpoint-seconds=0");
    }

    /**
     * Saves a state in the place of the last.
     *
     * @throws IOException naming the file, if it cannot be written; the last state is then still there
     */
    public void save(Npz next) throws IOException {
        FreeSpace.require(state, next.bytes(), "a saved state", "or the run cannot be resumed from here");
        AtomicFiles.write(state, next::write);
    }

    /**
     * The last state.
     *
     * @return nothing if none was saved yet
     * @throws RunException if it is damaged
     */
    public Optional<Npz> load() throws IOException {
        if (!Files.exists(state)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(state));
        } catch (IOException e) {
            throw new RunException(state + ": is damaged (" + e.getMessage() + "); start again under a new --name", e);
        }
    }

    /** Removes what was saved: the run is done. */
    public void delete() throws IOException {
        Files.deleteIfExists(state);
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
