package lichen.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What the program that started this one opened for it: standard input, or the other end of a shell's {@code <(...)}. It can
 * be read once only and is asked for several times, so its contents are kept as long as the process lives.
 */
final class InheritedFile {
    static final String STANDARD_INPUT = "/dev/stdin";

    private static final Pattern NAMES = Pattern.compile("/dev/stdin|/dev/fd/\\d+|/proc/self/fd/\\d+");
    private static final int MOST_BYTES = 512 << 20;
    private static final Map<String, byte[]> CONTENTS = new ConcurrentHashMap<>();

    private InheritedFile() {}

    /** Whether a path is the name of something that was opened for this process. */
    static boolean isNamed(String path) {
        return NAMES.matcher(path).matches();
    }

    /**
     * All of it, read when it is asked for first.
     *
     * @throws IOException if it cannot be read, or is longer than 512 MiB
     */
    static byte[] contents(String path) throws IOException {
        byte[] known = CONTENTS.get(path);
        if (known != null) {
            return known;
        }
        byte[] read = read(path);
        CONTENTS.put(path, read);
        return read;
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream in = path.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(path))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(path + ": gives more than " + (MOST_BYTES >> 20)
                        + " MiB, the most that is read from a pipe; save it to a file first");
            }
            return bytes;
        }
    }
}
