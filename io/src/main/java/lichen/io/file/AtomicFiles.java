package lichen.io.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files so that a reader sees the old contents or the new, never a part: into a file beside it, onto the disk, and
 * then moved into place.
 */
public final class AtomicFiles {
    /** How the names of unfinished files end; they also begin with a dot. */
    public static final String PARTIAL = ".partial";

    private AtomicFiles() {}

    /** What writes the contents of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream stays open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a text as UTF-8; otherwise as {@link #write(Path, Content)}. */
    public static void writeText(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(file, out -> out.write(bytes));
    }

    /**
     * Writes a file, replacing one that is there.
     *
     * @throws IOException naming the file and the reason; what was there before is then untouched
     */
    public static void write(Path file, Content content) throws IOException {
        Path partial = partial(file);
        try {
            try (FileChannel channel = FileChannel.open(
                            partial,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(out);
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(file);
        } catch (IOException e) {
            throw WriteException.of(file, discard(partial), e);
        }
    }

    /**
     * Checks that a file could be written, before work is done for it. Nothing stays behind.
     *
     * @throws IOException as {@link #write} would
     */
    public static void requireWritable(Path file) throws IOException {
        requireWritable(file, file);
    }

    /**
     * Checks that a file could be written.
     *
     * @param file the file
     * @param meant what the message names in its place
     */
    public static void requireWritable(Path file, Path meant) throws IOException {
        Path partial = partial(file);
        try {
            Files.write(partial, new byte[0]);
            Files.delete(partial);
        } catch (IOException e) {
            throw WriteException.of(meant, discard(partial), e);
        }
    }

    /** Where a file is written before it is moved: beside it, one for each process. */
    public static Path partial(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + PARTIAL);
    }

    /** Removes an unfinished file; returns how many bytes it had. */
    private static long discard(Path partial) {
        try {
            long bytes = Files.size(partial);
            Files.delete(partial);
            return bytes;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Puts a move onto the disk too. Windows opens no folders: there the file system's own journal must do. */
    private static void forceFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
