package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lichen.io.file.AtomicFiles;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;

/**
 * How the making of an image ended, as its folder tells: {@code outcome.txt}.
 *
 * @param status done, failed or interrupted
 * @param seconds how long it took, interruptions left out
 * @param message one line
 */
record Outcome(Status status, double seconds, String message) {
    private static final String FILE = "outcome.txt";

    Outcome {
        message = message.lines().findFirst().orElse("");
    }

    /** What the folder of an image tells; empty if the making has not begun. */
    static Optional<Outcome> read(RunDirectory part) throws IOException {
        Path file = part.folder().resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return Optional.of(new Outcome(
                Status.valueOf(lines.get(0)), Double.parseDouble(lines.get(1)), lines.size() > 2 ? lines.get(2) : ""));
    }

    void write(RunDirectory part) throws IOException {
        AtomicFiles.writeText(part.folder().resolve(FILE), status.name() + "\n" + seconds + "\n" + message + "\n");
    }
}
