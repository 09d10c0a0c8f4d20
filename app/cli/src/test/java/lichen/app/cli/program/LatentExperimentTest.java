package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;
import lichen.io.run.MetricsCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Generators that learn by way of latents: against a critic, or as a decoder. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LatentExperimentTest {
    static final String AGAINST_A_CRITIC = """
            {
              "type": "periodic-gan",
              "seed": 5,
              "photographs": [{"image": "photo.png"}],
              "generator": {"type": "periodic", "local": 2, "global": 2, "periods": 1, "channels": 4, "doublings": 2,
                            "kernel": 3},
              "critic": {"channels": 4, "halvings": 2},
              "patch": 16,
              "batch": 2,
              "stop": {"evaluations": 24},
              "output": {"checkpoint-seconds": 1e-9, "preview-every": 8}
            }
            """;
    static final String AS_A_DECODER = """
            {
              "type": "vae",
              "seed": 5,
              "photographs": [{"image": "photo.png"}, {"image": "other.png"}],
              "generator": {"type": "periodic", "local": 2, "global": 2, "periods": 0, "channels": 8, "doublings": 2,
                            "kernel": 3},
              "channels": 4,
              "patch": 16,
              "batch": 2,
              "likeness": {"descriptor": {"type": "gram"}, "distance": {"type": "squared-error", "normalize": true},
                           "description": 0.01},
              "divergence": {"weight": 0.001, "warm-up": 10},
              "optimizer": {"type": "adam", "learning-rate": 0.01},
              "stop": {"evaluations": 24},
              "output": {"checkpoint-seconds": 1e-9, "preview-every": 8}
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writePhotographs() throws IOException {
        place = Workplace.in(folder);
        place.photograph("other.png", 40, 56);
    }

    private void write(String config) throws IOException {
        Files.writeString(place.config(), config);
    }

    @Test
    void aDecoderLearnsAndLeavesWhatMakesImagesOfAnySize() throws IOException {
        write(AS_A_DECODER);
        Path run = done();
        double[] losses = MetricsCsv.read(run.resolve("metrics.csv")).column("loss");
        assertThat(Arrays.stream(losses).skip(20).average().orElseThrow()).isLessThan(losses[0]);
        assertPictures(run, "result", "samples", "tiled", "reconstructions", "interpolation", "preview-00016");
        assertThat(run.resolve("report.html")).content().contains("patches above their reconstructions", "divergence");
        assertSamples(run);
    }

    @Test
    void aGeneratorThatLearnsAgainstACriticLeavesWhatMakesImagesOfAnySize() throws IOException {
        write(AGAINST_A_CRITIC);
        Path run = done();
        assertPictures(run, "result", "samples", "tiled", "manifold", "walk", "mixture", "preview-00016");
        assertThat(run.resolve("report.html")).content().contains("a walk from one texture to another", "critic");
        assertSamples(run);
    }

    private Path done() {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        return place.runs().resolve("tiny");
    }

    private static void assertPictures(Path run, String... names) {
        for (String name : names) {
            assertThat(run.resolve("images").resolve(name + ".png")).exists();
        }
    }

    private void assertSamples(Path run) throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(run.resolve("weights.json").toFile());
        assertThat(manifest.get("sha256").asText())
                .isEqualTo(InputFile.of(FileReference.to(run.resolve("weights.npz")))
                        .sha256());
        assertThat(manifest.at("/photographs/photo/sha256").asText()).hasSize(64);
        Path out = folder.resolve("wide.png");
        assertThat(Outcome.of("sample", run.resolve("weights.npz").toString(), "--size", "40x20", "-o", out.toString()))
                .isEqualTo(new Outcome(ExitCode.DONE, "Wrote " + out + "\n", ""));
        assertThat(out).exists();
    }

    @Test
    void aGameThatIsKilledEndsWithTheSameBytes() throws IOException, InterruptedException {
        write(AGAINST_A_CRITIC);
        assertThat(place.run("--name", "whole").code()).isEqualTo(ExitCode.DONE);
        List<String> rows = numbers("whole");
        KilledRun killed = new KilledRun(folder, "killed", "weights.npz", List.of(place.running("--name", "killed")));
        killed.killTimes(3, new Random(6), rows.size() - 1);
        assertThat(killed.start().outcome().code())
                .isIn(ExitCode.DONE, ExitCode.INPUT); // refused only where the last kill came after the end
        for (String file : List.of(
                "weights.npz", "previews.csv", "images/result.png", "images/samples.png", "images/preview-00016.png")) {
            assertThat(place.runs().resolve("killed").resolve(file))
                    .hasSameBinaryContentAs(place.runs().resolve("whole").resolve(file));
        }
        assertThat(numbers("killed")).isEqualTo(rows);
    }

    /** The table without its times. */
    private List<String> numbers(String name) throws IOException {
        return Files.readAllLines(place.runs().resolve(name).resolve("metrics.csv")).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @Test
    void aTrainingThatDivergesKeepsItsLastGoodState() throws IOException {
        for (String config : List.of(AGAINST_A_CRITIC, AS_A_DECODER)) {
            write(config);
            Outcome outcome = place.run("-s", "optimizer.learning-rate=1e30", "--name", "run" + config.length());
            assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
            assertThat(outcome.err()).contains("not a number").hasLineCount(1);
            assertThat(place.runs().resolve("run" + config.length()).resolve("checkpoint/state.npz"))
                    .exists();
        }
    }

    @Test
    void refusesWhatCannotBeTrained() throws IOException {
        for (String config : List.of(AGAINST_A_CRITIC, AS_A_DECODER)) {
            write(config);
            assertRefused("$.photographs[0].size", "must be at least a patch of 64 x 64, but is 48 x 48", "patch=64");
            assertRefused("$.patch", "must be a multiple of 4 in both directions", "patch=18");
            assertRefused("$.batch", "must be at least 1, but is 0", "batch=0");
            assertRefused("$.generator", "must make images of noise alone", "generator={\"type\": \"fast-style\"}");
            assertRefused(
                    "$.optimizer", "must be one for losses that are estimated", "optimizer={\"type\": \"lbfgs\"}");
            assertRefused("$.batch", "memory", "batch=1000000");
        }
        write(AS_A_DECODER);
        assertRefused(
                "$.generator",
                "must read one map of latents",
                "generator={\"type\": \"texture-network\", \"scales\": 3}");
        write(AGAINST_A_CRITIC);
        assertRefused("$.critic.halvings", "must leave 2 pixels of a patch of 16, but are 4", "critic.halvings=4");
        assertThat(place.runs()).doesNotExist();
    }

    private void assertRefused(String key, String message, String setting) {
        Outcome outcome = place.run("-s", setting);
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).startsWith("1) " + key).contains(message);
    }
}
