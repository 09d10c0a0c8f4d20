package lichen.app.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk that is soon full, where the user of the tests may mount one.
 *
 * @param folder where it is
 */
public record SmallDisk(Path folder) implements AutoCloseable {
    /** Mounts one, or gives the test up. */
    public static SmallDisk mount(Path folder, String size) throws IOException {
        Files.createDirectory(folder);
        Assumptions.assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "none", folder.toString()),
                "this user may not mount a small disk");
        return new SmallDisk(folder);
    }

    @Override
    public void close() {
        succeeds("umount", folder.toString());
    }

    private static boolean succeeds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
