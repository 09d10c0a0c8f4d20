package lichen.app.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user's Ctrl-C. */
public final class Interrupts {
    private Interrupts() {}

    /** A process that was started in the background of a script ignores SIGINT, and hands that down. */
    public static boolean arePossible() throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return false;
        }
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                || Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .noneMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    /** Interrupts one process, but not those that it has started. */
    public static void send(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }
}
