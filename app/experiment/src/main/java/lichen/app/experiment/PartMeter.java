package lichen.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Measures what a part of a run takes: the time, and the most memory that this process held resident meanwhile. That is told by Linux,
 * nothing by other systems. What earlier parts have left and is still held counts.
 */
public final class PartMeter {
    private static final double NANOSECONDS = 1e9;
    private static final double KIBIBYTES = 1024;
    private static final Path PEAK = Path.of("/proc/self/status");
    private static final Path FORGET_PEAK = Path.of("/proc/self/clear_refs");
    private static final String KEY = "VmHWM:";

    private final long start = System.nanoTime();

    private PartMeter() {}

    /** Begins to measure, after what nobody needs any more has been let go. */
    public static PartMeter start() {
        if (Files.isWritable(FORGET_PEAK)) {
            System.gc();
            try {
                Files.writeString(FORGET_PEAK, "5");
            } catch (IOException e) {
                return new PartMeter(); // then the peak of the whole process is told
            }
        }
        return new PartMeter();
    }

    /** What has just ended. */
    public Made made(Verdict verdict) {
        return new Made(verdict, (System.nanoTime() - start) / NANOSECONDS, mebibytes());
    }

    private static Optional<Double> mebibytes() {
        if (!Files.isReadable(PEAK)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(PEAK).stream()
                    .filter(line -> line.startsWith(KEY))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
