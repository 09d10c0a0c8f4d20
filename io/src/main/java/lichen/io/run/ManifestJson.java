package lichen.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The form of {@code manifest.json}. */
final class ManifestJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ManifestJson() {}

    /** The text of a manifest: keys always in the same order. */
    static String text(Manifest manifest) {
        ObjectNode root = MAPPER.createObjectNode();
        Manifest.Outcome outcome = manifest.outcome();
        root.put("status", outcome.status().word());
        root.put("message", outcome.message());
        root.put("started", outcome.started().toString());
        outcome.ended().ifPresent(ended -> root.put("ended", ended.toString()));
        root.put("seed", manifest.seed());
        write(manifest.inputs(), root.putArray("inputs"));
        write(manifest.plugins(), root.putArray("plugins"));
        manifest.software().forEach(root.putObject("software")::put);
        manifest.environment().forEach(root.putObject("environment")::put);
        manifest.git()
                .ifPresent(
                        git -> root.putObject("git").put("commit", git.commit()).put("branch", git.branch()));
        return root.toPrettyString() + "\n";
    }

    private static void write(List<InputFile> files, ArrayNode list) {
        for (InputFile file : files) {
            list.addObject().put("name", file.name()).put("bytes", file.bytes()).put("sha256", file.sha256());
        }
    }

    /**
     * Reads a manifest back.
     *
     * @throws RunException if the file is not a manifest
     */
    static Manifest read(Path file) throws IOException {
        try {
            return manifest(MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new RunException(file + ": is damaged; start again under a new --name", e);
        }
    }

    private static Manifest manifest(JsonNode root) {
        JsonNode git = root.path("git");
        Optional<GitState> state = git.isObject()
                ? Optional.of(new GitState(
                        git.path("commit").asText(), git.path("branch").asText()))
                : Optional.empty();
        return new Manifest(
                texts(root.path("software")),
                texts(root.path("environment")),
                state,
                root.path("seed").asLong(),
                files(root.path("inputs")),
                files(root.path("plugins")),
                outcome(root));
    }

    private static List<InputFile> files(JsonNode list) {
        List<InputFile> files = new ArrayList<>();
        for (JsonNode file : list) {
            files.add(new InputFile(
                    file.path("name").asText(),
                    file.path("bytes").asLong(),
                    file.path("sha256").asText()));
        }
        return files;
    }

    private static Manifest.Outcome outcome(JsonNode root) {
        Status status = Status.valueOf(root.path("status").asText().toUpperCase(Locale.ROOT));
        Instant started = Instant.parse(root.path("started").asText());
        Optional<Instant> ended =
                root.has("ended") ? Optional.of(Instant.parse(root.path("ended").asText())) : Optional.empty();
        return new Manifest.Outcome(status, root.path("message").asText(), started, ended);
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
