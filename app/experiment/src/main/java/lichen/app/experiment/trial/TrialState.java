package lichen.app.experiment.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.io.json.ConfigException;
import lichen.io.json.RecordFile;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;

/**
 * How a trial stands, as its folder tells: {@code trial.json}, key by key.
 *
 * @param key the SHA-256 of all that can change its result; empty where that could not be said
 * @param status done, failed, interrupted, or at work
 * @param seconds how long it took, interruptions left out
 * @param mebibytes the most memory that its process held resident meanwhile, where that can be told
 * @param message one line: how it ended, or why it failed
 * @param files what it has left in its folder when it was done: the SHA-256 of their contents, by the ways to them
 */
public record TrialState(
        String key,
        Status status,
        double seconds,
        Optional<Double> mebibytes,
        String message,
        @Default("{}") Map<String, String> files) {
    static final String FILE = "trial.json";

    /** Keeps one line. */
    public TrialState {
        message = message.lines().findFirst().orElse("");
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** The names of all that a trial has left in its folder: neither saved states nor what is hidden, nor how it stands. */
    public static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("checkpoint/") && !name.startsWith(".") && !name.contains("/."))
                    .filter(name -> !name.equals(FILE))
                    .sorted()
                    .toList();
        }
    }

    /** That of a trial that has not begun. */
    static TrialState beginning(String key) {
        return new TrialState(key, Status.RUNNING, 0, Optional.empty(), "", Map.of());
    }

    /** What a folder tells; empty if its trial has not begun, or if that cannot be made out. */
    public static Optional<TrialState> read(RunDirectory part) throws IOException {
        Path file = file(part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordFile.read(file, TrialState.class));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    /** Whether a folder holds what cannot be made out. */
    static boolean isDamaged(RunDirectory part) throws IOException {
        return Files.exists(file(part)) && read(part).isEmpty();
    }

    /** Whether its result stands. */
    public boolean isDone() {
        return status == Status.DONE;
    }

    /** Which of its files are no longer as they were left. */
    List<String> damaged(RunDirectory part) throws IOException {
        List<String> damaged = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path left = part.folder().resolve(file.getKey());
            if (!Files.isRegularFile(left) || !hash(left).equals(file.getValue())) {
                damaged.add(file.getKey());
            }
        }
        return damaged;
    }

    /** What a file holds, as {@link #files} tells it. */
    static String hash(Path file) throws IOException {
        return InputFile.of(FileReference.to(file)).sha256();
    }

    void write(RunDirectory part) throws IOException {
        RecordFile.write(file(part), this);
    }

    private static Path file(RunDirectory part) {
        return part.folder().resolve(FILE);
    }
}
