package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.io.run.MetricsCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Textures that are learned from coarse to fine. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class StagedRunTest {
    private static final String STAGES = """
            stages=[{"scale": 0.25, "evaluations": 12},
                    {"scale": 0.5, "evaluations": 10, "rounds": 3, "objective": {
                        "type": "signature-match", "layers": ["conv2"], "octaves": 2}},
                    {"scale": 1, "evaluations": 9, "rounds": 2, "carry-state": false, "noise": 0.1}]""";

    private static final int EVALUATIONS = 12 + 10 + 9;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    /** A dream: views that are shifted, and octaves of which only the detail is carried. */
    @Test
    void changesAPhotographByWhatALayerSeesInIt() throws IOException {
        String photograph = folder.resolve("photo.png").toString().replace('\\', '/');
        run(
                "dream",
                "stages=[{\"scale\": 0.5, \"evaluations\": 5},"
                        + " {\"scale\": 1, \"evaluations\": 4, \"carries-detail\": true}]",
                "-s",
                "objective={\"type\": \"layer-energy\", \"layer\": \"conv2\"}",
                "-s",
                "start={\"type\": \"from-image\", \"image\": \"" + photograph + "\"}",
                "-s",
                "optimizer={\"type\": \"adam\", \"learning-rate\": 0.01}",
                "-s",
                "robustness={\"padding\": 0, \"jitter\": 5, \"last-jitter\": 0, \"outside\": \"wrap\"}");

        double[] losses = column("dream", "loss");
        assertThat(losses[4]).isLessThan(losses[0]);
        assertThat(losses[8]).isLessThan(losses[5]);
        assertThat(size("dream", "result")).isEqualTo("48 x 48");
    }

    @Test
    void makesTheImageFromCoarseToFine() throws IOException {
        run("staged", STAGES);

        assertThat(size("staged", "start")).isEqualTo("12 x 12");
        assertThat(size("staged", "stage-1")).isEqualTo("12 x 12");
        assertThat(size("staged", "stage-2")).isEqualTo("24 x 24");
        assertThat(size("staged", "result")).isEqualTo("48 x 48");
        assertThat(Files.readString(run("staged").resolve("report.html"))).contains("stage-1", "stage-2", "stage 3");
        assertThat(Files.readString(run("staged").resolve("report.html")))
                .contains("stage 1, first loss", "stage 2, lowest loss", "stage 3, lowest loss")
                .doesNotContain(">first loss<", ">lowest loss<");
        double[] stages = column("staged", "stage");
        assertThat(column("staged", "evaluation"))
                .containsExactly(
                        DoubleStream.iterate(1, n -> n + 1).limit(EVALUATIONS).toArray());
        assertThat(Arrays.stream(stages).boxed().collect(Collectors.groupingBy(s -> s, Collectors.counting())))
                .containsEntry(1.0, 12L)
                .containsEntry(2.0, 10L)
                .containsEntry(3.0, 9L);
    }

    @Test
    void startsAStageWhereTheOneBeforeEnded() throws IOException {
        run("long", "stages=[{\"scale\": 0.5, \"evaluations\": 40}, {\"scale\": 1, \"evaluations\": 5}]");
        run("short", "stages=[{\"scale\": 1, \"evaluations\": 5}]");

        assertThat(column("long", "loss")[40]).isLessThan(0.5 * column("short", "loss")[0]);
    }

    @Test
    void disturbsWhatTheStageBeforeLeft() throws IOException {
        String stages =
                "stages=[{\"scale\": 0.5, \"evaluations\": 9}, {\"scale\": 1, \"evaluations\": 1, \"noise\": %s}]";
        for (String noise : List.of("0", "0.1", "0.2")) {
            run("noise-" + noise, String.format(Locale.ROOT, stages, noise));
        }

        double smooth = column("noise-0", "loss")[9];
        assertThat(column("noise-0.1", "loss")[9]).isNotEqualTo(smooth);
        assertThat(column("noise-0.2", "loss")[9]).isNotIn(smooth, column("noise-0.1", "loss")[9]);
        assertThat(Arrays.copyOf(column("noise-0.2", "loss"), 9))
                .containsExactly(Arrays.copyOf(column("noise-0", "loss"), 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\": \"lbfgs\"}", "{\"type\": \"adam\", \"learning-rate\": 0.02}"})
    void roundsOfAnObjectiveWithoutRandomNumbersGoOnDown(String optimizer) throws IOException {
        run("rounds", "stages=[{\"scale\": 1, \"evaluations\": 40, \"rounds\": 4}]", "-s", "optimizer=" + optimizer);
        double[] losses = column("rounds", "loss");

        for (int round = 1; round < 4; round++) {
            double before = Arrays.stream(losses, 0, 10 * round).min().orElseThrow();
            assertThat(losses[10 * round]).as("round %d", round).isLessThanOrEqualTo(1.2 * before);
        }
    }

    @Test
    void aRunThatIsKilledAgainAndAgainEndsWithTheSameBytes() throws IOException, InterruptedException {
        String[] adam = {"-s", "optimizer={\"type\": \"adam\"}"};
        run("whole", STAGES, adam);
        List<String> arguments = new ArrayList<>(List.of(place.running("--name", "killed", "-s", STAGES)));
        arguments.addAll(List.of(adam));
        KilledRun run = new KilledRun(folder, "killed", "images/result.png", arguments);
        run.killTimes(6, new Random(4), EVALUATIONS);

        assertThat(run.start().outcome().code()).isIn(ExitCode.DONE, ExitCode.INPUT);
        for (String image : List.of("stage-1", "stage-2", "result")) {
            assertThat(image("killed", image)).hasSameBinaryContentAs(image("whole", image));
        }
        assertThat(column("killed", "loss")).containsExactly(column("whole", "loss"));
    }

    @Test
    void namesAStageThatIsTooSmallForTheNetwork() {
        place.assertRefused(
                "1) $.stages[0].scale (-s stages=[{\"scale\": 0.05, \"evaluations\": 5}, {\"scale\": 1, \"...): is too small for the network: the image must be at least 3 x 3"
                        + " pixels, what the layer conv1 sees at once, but is 2 x 2: use a larger image, or only layers"
                        + " before it.",
                "-s",
                "stages=[{\"scale\": 0.05, \"evaluations\": 5}, {\"scale\": 1, \"evaluations\": 5}]");
    }

    @Test
    void makesAnImageThatTilesInAllStages() throws IOException {
        run(
                "tiling",
                "stages=[{\"scale\": 0.3, \"evaluations\": 3}, {\"scale\": 1, \"evaluations\": 3}]",
                "-s",
                "border=circular",
                "-s",
                "objective.octaves=2",
                "-s",
                "size=[64,80]");

        assertThat(size("tiling", "stage-1")).isEqualTo("20 x 24");
        assertThat(size("tiling", "result")).isEqualTo("64 x 80");
        assertThat(size("tiling", "tiled")).isEqualTo("128 x 160");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[24,20]", "[80,64]"})
    void makesImagesSmallerAndLargerThanThePhotograph(String size) throws IOException {
        run("sized", "size=" + size, "-s", "objective.octaves=2");

        assertThat(size("sized", "result").replace(" x ", ",")).isEqualTo(size.substring(1, size.length() - 1));
        double[] losses = column("sized", "loss");
        assertThat(losses[losses.length - 1]).isLessThan(losses[0]);
    }

    /** The content term is 0 at the start of each stage as long as nothing has moved. */
    @Test
    void leavesAnImageThatTilesWhereItIsIfSomethingIsAskedOfItsPlaces() throws IOException {
        String photograph = folder.resolve("photo.png").toString().replace('\\', '/');
        run(
                "placed",
                "stages=[{\"scale\": 0.5, \"evaluations\": 1}, {\"scale\": 1, \"evaluations\": 1}]",
                "-s",
                "border=circular",
                "-s",
                "start={\"type\": \"from-image\", \"image\": \"" + photograph + "\"}",
                "-s",
                "objective={\"type\": \"content\", \"picture\": {\"image\": \"" + photograph
                        + "\"}, \"layers\": [\"image@2\"], \"normalize\": true}");

        assertThat(Arrays.stream(column("placed", "loss")).max().orElseThrow()).isLessThan(0.1);
    }

    private void run(String name, String setting, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--name", name, "-s", setting));
        arguments.addAll(List.of(more));
        Outcome outcome = place.run(arguments.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    }

    private Path run(String name) {
        return place.runs().resolve(name);
    }

    private Path image(String run, String name) {
        return run(run).resolve("images").resolve(name + ".png");
    }

    private String size(String run, String name) throws IOException {
        var image = ImageIO.read(image(run, name).toFile());
        return image.getWidth() + " x " + image.getHeight();
    }

    private double[] column(String run, String name) throws IOException {
        return MetricsCsv.read(run(run).resolve("metrics.csv")).column(name);
    }
}
