package lichen.app.experiment.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lichen.io.file.AtomicFiles;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;

/**
 * How a trial stands, as its folder tells: {@code trial.json}.
 *
 * @param key the SHA-256 of all that can change its result; empty where that could not be said
 * @param status done, failed, interrupted, or at work
 * @param seconds how long it took, interruptions left out
 * @param message one line: how it ended, or why it failed
 * @param files what it has left in its folder when it was done
 */
public record TrialState(String key, Status status, double seconds, String message, List<TrialFile> files) {
    static final String FILE = "trial.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Keeps one line. */
    public TrialState {
        message = message.lines().findFirst().orElse("");
        files = List.copyOf(files);
    }

    /** That of a trial that has not begun. */
    static TrialState beginning(String key) {
        return new TrialState(key, Status.RUNNING, 0, "", List.of());
    }

    /** What a folder tells; empty if its trial has not begun, or if that cannot be made out. */
    public static Optional<TrialState> read(RunDirectory part) throws IOException {
        Path file = file(part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(JSON.readTree(Files.readString(file))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a folder holds what cannot be made out. */
    static boolean isDamaged(RunDirectory part) throws IOException {
        return Files.exists(file(part)) && read(part).isEmpty();
    }

    private static TrialState of(JsonNode json) {
        List<TrialFile> files = new ArrayList<>();
        json.path("files")
                .properties()
                .forEach(file ->
                        files.add(new TrialFile(file.getKey(), file.getValue().asText())));
        return new TrialState(
                json.path("key").asText(),
                Status.valueOf(json.path("status").asText().toUpperCase(Locale.ROOT)),
                json.path("seconds").asDouble(),
                json.path("message").asText(),
                files);
    }

    /** Whether its result stands. */
    public boolean isDone() {
        return status == Status.DONE;
    }

    /** Which of its files are no longer as they were left. */
    List<String> damaged(RunDirectory part) throws IOException {
        List<String> damaged = new ArrayList<>();
        for (TrialFile file : files) {
            if (!file.isWholeIn(part.folder())) {
                damaged.add(file.name());
            }
        }
        return damaged;
    }

    void write(RunDirectory part) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("key", key);
        json.put("status", status.word());
        json.put("seconds", seconds);
        json.put("message", message);
        ObjectNode left = json.putObject("files");
        files.forEach(file -> left.put(file.name(), file.sha256()));
        AtomicFiles.writeText(file(part), JSON.writeValueAsString(json) + "\n");
    }

    private static Path file(RunDirectory part) {
        return part.folder().resolve(FILE);
    }
}
