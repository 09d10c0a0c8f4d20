package lichen.io.file;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much room there is on a disk. */
public final class FreeSpace {
    private static final double MEGABYTE = 1e6;

    private FreeSpace() {}

    /**
     * Checks that there is room for a file.
     *
     * @param file the file; its folder is there
     * @param bytes how much it needs
     * @param what what it is for
     * @param wayOut what the user can do besides freeing some
     * @throws IOException saying how much is needed and how much is free
     */
    public static void require(Path file, long bytes, String what, String wayOut) throws IOException {
        FileStore disk = Files.getFileStore(file.toAbsolutePath().getParent());
        long free = disk.getUsableSpace();
        // Some network disks do not tell: they say that they have nothing at all.
        if (free < bytes && disk.getTotalSpace() > 0) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: %s: %.1f MB are needed, %.1f MB are free; free some, %s",
                    file,
                    what,
                    bytes / MEGABYTE,
                    free / MEGABYTE,
                    wayOut));
        }
    }
}
