package lichen.core.backend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bytedeco.javacpp.Loader;

/** The folder into which native code is unpacked from its jars, once for each machine. */
final class NativeCache {
    private static final long MEGABYTE = 1_000_000;

    private static final String WAY_OUT = ", or choose another place for it (XDG_CACHE_HOME; on Windows LOCALAPPDATA).";

    private NativeCache() {}

    /**
     * To be asked when a library did not load, whose own message is of a part that was not found.
     *
     * @throws BackendException if the folder cannot hold what is missing in it
     */
    static void requireRoom() {
        long needed = sizeOfLibraries(System.getProperty("java.class.path", ""));
        Path folder;
        try {
            folder = Loader.getCacheDir().toPath();
        } catch (IOException e) {
            throw new BackendException("There is no folder that native code (" + needed / MEGABYTE
                    + " MB) can be unpacked into: " + System.getProperty("org.bytedeco.javacpp.cachedir", "")
                    + " cannot be written. Make it writable" + WAY_OUT);
        }
        try {
            long missing = needed - sizeOf(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < missing) {
                throw new BackendException("There is no room for the native code: it takes " + needed / MEGABYTE
                        + " MB in " + folder + ", of which " + missing / MEGABYTE + " are missing, and "
                        + free / MEGABYTE
                        + " MB are free there. Make room" + WAY_OUT);
            }
        } catch (IOException e) {
            throw new BackendException("Native code (" + needed / MEGABYTE + " MB) is unpacked into " + folder
                    + ", which cannot be read: " + e.getMessage() + ". Mend that" + WAY_OUT);
        }
    }

    /** What the native code of this platform takes, of all jars on a class path; 0 where they cannot be told. */
    static long sizeOfLibraries(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> entry.matches(".*" + Loader.getPlatform() + "[^/\\\\]*[.]jar"))
                .mapToLong(NativeCache::sizeUnpacked)
                .sum();
    }

    private static long sizeUnpacked(String jar) {
        long size = 0;
        try (ZipFile zip = new ZipFile(jar)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                size += Math.max(0, entries.nextElement().getSize());
            }
        } catch (IOException e) {
            return 0;
        }
        return size;
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
