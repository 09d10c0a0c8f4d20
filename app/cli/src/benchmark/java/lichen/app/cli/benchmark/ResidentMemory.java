package lichen.app.cli.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The memory that a process holds, as Linux counts it. */
final class ResidentMemory {
    private static final String NOW = "VmRSS:";
    private static final String MOST = "VmHWM:";

    private ResidentMemory() {}

    /** Resident mebibytes; empty where the system has no {@code /proc}. */
    static OptionalLong mebibytes(long process) {
        return mebibytes(process, NOW);
    }

    /** The most resident mebibytes so far; empty where the system has no {@code /proc}, or the process has ended. */
    static OptionalLong mostMebibytes(long process) {
        return mebibytes(process, MOST);
    }

    private static OptionalLong mebibytes(long process, String key) {
        Path status = Path.of("/proc/" + process + "/status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
