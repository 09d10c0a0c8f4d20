package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TrainingExperimentTest {
    private static final String CONFIG = """
            {
              "type": "training",
              "seed": 5,
              "data": {"type": "patches", "folder": "photographs", "side": [16, 20], "size": 16, "validation": 0.3},
              "network": {"type": "fcn", "blocks": [{"filters": 8, "kernel": 3, "batch-normalization": true},
                                                    {"filters": 3, "kernel": 1}]},
              "batch": 4,
              "training": {"optimizer": {"type": "adam", "learning-rate": 0.01}, "noise": 0.05, "stop": {"epochs": 4, "patience": 9}},
              "output": {"checkpoint-seconds": 1e-9, "strip": 3}
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        Files.createDirectories(folder.resolve("photographs"));
        for (String name : List.of("one", "other", "third")) {
            place.photograph("photographs/" + name + ".png", 80 + name.length(), 80);
        }
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void endsWithWeightsThatReconstructBetterThanAtFirst() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(WeightsFile.read(FileReference.to(run.resolve("weights.npz")))
                        .graph()
                        .nodes())
                .extracting("name")
                .containsExactly("conv1", "norm1", "conv2");
        JsonNode manifest =
                new ObjectMapper().readTree(run.resolve("weights.json").toFile());
        assertThat(manifest.get("sha256").asText())
                .isEqualTo(InputFile.of(FileReference.to(run.resolve("weights.npz")))
                        .sha256());
        assertThat(manifest.get("data-set").asText()).hasSize(64);
        assertThat(manifest.get("validation-loss").asDouble())
                .isLessThan(manifest.get("untrained-loss").asDouble());
        assertThat(run.resolve("images/reconstructions.png")).exists();
        assertThat(run.resolve("images/epoch-00004.png")).exists();
        assertThat(Files.readAllLines(run.resolve("epochs.csv"))).hasSize(1 + 1 + 4);
        assertThat(run.resolve("report.html")).content().contains("validation: lowest", "untrained network");
    }

    @Test
    void itsWeightsAreReadByAnotherExperiment() {
        assertThat(place.run().code()).isEqualTo(ExitCode.DONE);
        Outcome outcome = Outcome.of(
                "run",
                "reference",
                "--runs",
                place.runs().toString(),
                "--name",
                "reader",
                "-s",
                "network={\"type\": \"fcn\", \"blocks\": [{\"filters\": 8, \"kernel\": 3, \"batch-normalization\": true},"
                        + " {\"filters\": 3, \"kernel\": 1}], \"weights\": \""
                        + place.runs().resolve("tiny/weights.npz") + "\"}",
                "-s",
                "objective.layers=conv1",
                "-s",
                "target.size=[32, 32]",
                "-s",
                "stop.evaluations=2");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatIsKilledAgainAndAgainEndsWithTheSameBytes() throws IOException, InterruptedException {
        assertThat(place.run("--name", "whole").code()).isEqualTo(ExitCode.DONE);
        List<String> rows = numbers("whole");
        KilledRun killed = new KilledRun(folder, "killed", "weights.npz", List.of(place.running("--name", "killed")));
        killed.killTimes(5, new Random(6), rows.size() - 1);
        assertThat(killed.start().outcome().code())
                .isIn(ExitCode.DONE, ExitCode.INPUT); // refused only where the last kill came after the end
        for (String file :
                List.of("weights.npz", "epochs.csv", "images/reconstructions.png", "patches/data-set.json")) {
            assertThat(place.runs().resolve("killed").resolve(file))
                    .hasSameBinaryContentAs(place.runs().resolve("whole").resolve(file));
        }
        assertThat(numbers("killed")).isEqualTo(rows);
        try (Stream<Path> left = Files.walk(place.runs().resolve("killed"))) {
            assertThat(left.map(Path::toString)).noneMatch(path -> path.endsWith(".partial"));
        }
    }

    @Test
    void aTrainingThatDivergesKeepsItsLastGoodState() {
        Outcome outcome = place.run("-s", "training.optimizer.learning-rate=1e6");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err())
                .matches(
                        "(?s)step \\d+: the loss was not a number, infinite or exploded .*set learning-rate below .*\n");
        assertThat(outcome.err()).hasLineCount(1);
        assertThat(place.runs().resolve("tiny/checkpoint/state.npz")).exists();
        assertThat(place.runs().resolve("tiny/manifest.json")).content().contains("\"status\": \"failed\"");
    }

    @Test
    void refusesWhatCannotBeTrained() {
        assertThat(place.run("-s", "network={\"type\": \"random-filters\"}").err())
                .startsWith("1) $.network.type (-s network=")
                .contains("only a network of the type \"fcn\" can be trained")
                .hasLineCount(1);
        assertThat(place.run("-s", "network.blocks.1.filters=5").err())
                .startsWith("1) $.network.blocks")
                .hasLineCount(1);
        assertThat(place.run("-s", "batch=1000000").err())
                .startsWith("1) $.batch")
                .hasLineCount(1);
        assertThat(place.runs()).doesNotExist();
    }

    /** The metrics without the seconds, which differ. */
    private List<String> numbers(String name) throws IOException {
        return Files.readAllLines(place.runs().resolve(name).resolve("metrics.csv")).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }
}
