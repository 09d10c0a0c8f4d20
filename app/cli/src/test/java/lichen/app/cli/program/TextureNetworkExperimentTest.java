package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;
import lichen.io.run.MetricsCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Generators that are trained, and then asked for images. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TextureNetworkExperimentTest {
    /** A small one for a photograph of 48 x 48 pixels. */
    static final String CONFIG = """
            {
              "type": "texture-network",
              "seed": 5,
              "target": {"image": "photo.png"},
              "objective": {"type": "signature-match", "layers": ["image"],
                            "descriptor": {"type": "sliced-wasserstein", "patch": 5, "directions": 16},
                            "distance": {"type": "standardized-error"}},
              "generator": {"type": "texture-network", "scales": 3, "channels": 4},
              "size": [32, 24],
              "batch": 2,
              "round": 2,
              "stop": {"evaluations": 24},
              "output": {"checkpoint-seconds": 1e-9, "preview-every": 12}
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = Workplace.in(folder);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void learnsAndLeavesWhatMakesImagesOfAnySize() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        double[] losses = MetricsCsv.read(run.resolve("metrics.csv")).column("loss");
        assertThat(Arrays.stream(losses).skip(20).average().orElseThrow()).isLessThan(0.5 * losses[0]);
        for (String image : List.of("target", "result", "samples", "tiled", "preview-00012", "preview-00024")) {
            assertThat(run.resolve("images").resolve(image + ".png")).exists();
        }
        JsonNode manifest =
                new ObjectMapper().readTree(run.resolve("weights.json").toFile());
        assertThat(manifest.get("sha256").asText())
                .isEqualTo(InputFile.of(FileReference.to(run.resolve("weights.npz")))
                        .sha256());
        assertThat(manifest.at("/photographs/photo/sha256").asText()).hasSize(64);
        assertThat(manifest.get("likeness").asDouble()).isLessThan(0.9);
        assertThat(run.resolve("report.html")).content().contains("samples", "tiled", "lowest loss");

        Path out = folder.resolve("wide.png");
        assertThat(Outcome.of("sample", run.resolve("weights.npz").toString(), "--size", "80x40", "-o", out.toString()))
                .isEqualTo(new Outcome(ExitCode.DONE, "Wrote " + out + "\n", ""));
        assertThat(out).exists();
    }

    @Test
    void itsResultIsTheSampleOfItsSeed() throws IOException {
        assertThat(place.run().code()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        Path out = folder.resolve("sample.png");
        Outcome sampled = Outcome.of(
                "sample",
                run.resolve("weights.npz").toString(),
                "--size",
                "32x24",
                "--seed",
                "5",
                "-o",
                out.toString());

        assertThat(sampled.code()).as(sampled.err()).isEqualTo(ExitCode.DONE);
        assertThat(pixels(out)).isEqualTo(pixels(run.resolve("images/result.png")));
    }

    @Test
    void averagedWeightsAreThoseOfTheResultAndOfWhatItLeaves() throws IOException {
        String adam = "{\"type\": \"adam\", \"learning-rate\": 0.01}";
        assertThat(place.run("-s", "optimizer=" + adam).code()).isEqualTo(ExitCode.DONE);
        int[] last = pixels(place.runs().resolve("tiny/images/result.png"));

        assertThat(averaged("hardly", 1e-12, adam)).isEqualTo(last);
        int[] mean = averaged("well", 0.9, adam);
        assertThat(mean).isNotEqualTo(last);
        Path out = folder.resolve("sample.png");
        String weights = place.runs().resolve("well/weights.npz").toString();
        assertThat(Outcome.of("sample", weights, "--size", "32x24", "--seed", "5", "-o", out.toString())
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(pixels(out)).isEqualTo(mean);
    }

    /** The result of a run with a running mean. */
    private int[] averaged(String name, double memory, String optimizer) throws IOException {
        String value = "{\"type\": \"averaged\", \"memory\": " + memory + ", \"optimizer\": " + optimizer + "}";
        assertThat(place.run("--name", name, "-s", "optimizer=" + value).code()).isEqualTo(ExitCode.DONE);
        return pixels(place.runs().resolve(name).resolve("images/result.png"));
    }

    private static int[] pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void oneThatCollapsesEndsWithTheWeightsOfItsLastGoodPreview() throws IOException {
        Outcome outcome = place.run(
                "-s",
                "objective={\"type\": \"total-variation\"}",
                "-s",
                "diversity=0",
                "-s",
                "optimizer.learning-rate=0.002",
                "-s",
                "output.preview-every=1",
                "-s",
                "stop.evaluations=60");
        assertThat(outcome.err())
                .contains("the generator has collapsed by step ")
                .contains("weights.npz is that of step ");
        Path run = place.runs().resolve("tiny");
        long steps = new ObjectMapper()
                .readTree(run.resolve("weights.json").toFile())
                .get("steps")
                .asLong();
        assertThat(outcome.err()).contains("is that of step " + steps + ", before");
        assertThat(run.resolve("images/samples.png")).exists();
        double[] likeness = MetricsCsv.read(run.resolve("previews.csv")).column("likeness");
        assertThat(likeness[(int) steps - 1]).isLessThan(0.5);
        assertThat(likeness[(int) steps]).isGreaterThan(0.5);
        assertThat(MetricsCsv.read(run.resolve("metrics.csv")).column("loss")).hasSize((int) steps + 1);
    }

    @Test
    void whatIsKilledAgainAndAgainEndsWithTheSameBytes() throws IOException, InterruptedException {
        assertThat(place.run("--name", "whole").code()).isEqualTo(ExitCode.DONE);
        List<String> rows = numbers("whole");
        KilledRun killed =
                new KilledRun(folder, "killed", "images/tiled.png", List.of(place.running("--name", "killed")));
        killed.killTimes(3, new Random(6), rows.size() - 1);
        assertThat(killed.start().outcome().code())
                .isIn(ExitCode.DONE, ExitCode.INPUT); // refused only where the last kill came after the end
        for (String file :
                List.of("weights.npz", "images/result.png", "images/samples.png", "images/preview-00012.png")) {
            assertThat(place.runs().resolve("killed").resolve(file))
                    .hasSameBinaryContentAs(place.runs().resolve("whole").resolve(file));
        }
        assertThat(numbers("killed")).isEqualTo(rows);
    }

    @Test
    void aTrainingThatDivergesKeepsItsLastGoodState() {
        Outcome outcome = place.run("-s", "optimizer.learning-rate=1e30");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).contains("the loss was not a number").hasLineCount(1);
        assertThat(place.runs().resolve("tiny/checkpoint/state.npz")).exists();
    }

    @Test
    void saysWhenItsImagesAreAlike() {
        Outcome outcome = place.run(
                "-s",
                "objective={\"type\": \"total-variation\"}",
                "-s",
                "diversity=0",
                "-s",
                "optimizer.learning-rate=0.05");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("so its noise hardly matters: give diversity more weight");
    }

    @Test
    void itsNoiseIsOptimisedForAnotherObjective() throws IOException {
        place.photograph("photo.png", 48, 48);
        assertThat(place.run().code()).isEqualTo(ExitCode.DONE);
        Path synthesis = folder.resolve("inverted.json");
        Files.writeString(synthesis, """
                {"type": "synthesis", "target": {"image": "photo.png"}, "size": [40, 24], "border": "circular",
                 "objective": {"type": "signature-match", "layers": ["image"], "descriptor": {"type": "gram"},
                               "distance": {"type": "squared-error", "normalize": true}},
                 "parameterization": {"type": "generator", "weights": "runs/tiny/weights.npz"},
                 "stop": {"evaluations": 30}}
                """);
        String runs = place.runs().toString();
        Outcome refused = Outcome.of("check", synthesis.toString(), "-s", "size=[30, 24]");
        assertThat(refused.err())
                .startsWith("1) $.size (")
                .contains("must be a multiple of 4")
                .hasLineCount(1);

        Outcome outcome = Outcome.of("run", synthesis.toString(), "--runs", runs);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        double[] losses =
                MetricsCsv.read(place.runs().resolve("inverted/metrics.csv")).column("loss");
        assertThat(Arrays.stream(losses).min().orElseThrow()).isLessThan(0.5 * losses[0]);
    }

    @Test
    void refusesWhatCannotBeTrained() {
        place.assertRefusedAt(
                "$.size",
                "must be a multiple of 4 in both directions, since the generator's coarsest noise has a pixel for so many of"
                        + " the image, but is 30 x 24: the nearest is 32 x 24",
                "-s",
                "size=[30, 24]");
        place.assertRefusedAt("$.batch", "must be at least 1, but is 0", "-s", "batch=0");
        assertThat(place.run("-s", "optimizer={\"type\": \"lbfgs\"}").err())
                .startsWith("1) $.optimizer")
                .hasLineCount(1);
        assertThat(place.run("-s", "batch=1000000").err())
                .startsWith("1) $.batch")
                .hasLineCount(1);
        assertThat(place.run("-s", "generator={\"type\": \"fast-style\"}").err())
                .startsWith("1) $.generator")
                .contains("must make images of noise alone, but the generator is given a picture to make again")
                .hasLineCount(1);
        assertThat(place.runs()).doesNotExist();
    }

    @Test
    void theOneThatComesAlongRuns() {
        Outcome outcome = Outcome.of(
                "run",
                "texture-network",
                "--runs",
                place.runs().toString(),
                "-s",
                "target.size=[64, 32]",
                "-s",
                "batch=1",
                "-s",
                "stop.evaluations=2");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(place.runs().resolve("texture-network/weights.npz")).exists();
    }

    @Test
    void isAMethodOfAComparison() throws IOException {
        place.photograph("whole.png", 120, 96);
        Path comparison = folder.resolve("comparison.json");
        Files.writeString(comparison, """
                {"type": "comparison", "photographs": [{"image": "whole.png", "crop": [0, 0, 48, 48]}],
                 "methods": {"generator": {"base": "tiny.json"}}, "controls": [], "measures": [{"type": "colour"}]}
                """);
        Outcome outcome =
                Outcome.of("run", comparison.toString(), "--runs", place.runs().toString());
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(place.runs().resolve("comparison/methods.csv")).content().contains("generator");
    }

    /** The metrics without the seconds, which differ. */
    private List<String> numbers(String name) throws IOException {
        return Files.readAllLines(place.runs().resolve(name).resolve("metrics.csv")).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }
}
