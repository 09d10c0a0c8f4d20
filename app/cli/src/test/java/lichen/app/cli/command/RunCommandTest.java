package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.program.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    @Test
    void leavesAFolderThatExplainsItself() throws IOException {
        Outcome outcome = place.run("--name", "moss", "-s", "size=[40,24]", "-s", "output.preview-every=3");
        Path run = place.runs().resolve("moss");
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .matches(
                        "loss \\S+ after 6 evaluations in \\S+ s; the evaluations are used up\nResult: \\S+\nReport: \\S+\n")
                .contains("Result: " + run.resolve("images/result.png"), "Report: " + run.resolve("report.html"));
        List<String> metrics = Files.readAllLines(run.resolve("metrics.csv"));
        assertThat(metrics).hasSize(7).first().isEqualTo("evaluation,loss,gradient_norm,stage,seconds");
        assertExtents(run.resolve("images/target.png"), 48, 48);
        assertExtents(run.resolve("images/start.png"), 40, 24);
        assertExtents(run.resolve("images/result.png"), 40, 24);
        assertThat(run.resolve("images")).isDirectoryContaining("glob:**/preview-0000*.png");
        assertThat(run.resolve("checkpoint")).isEmptyDirectory();
        assertThat(Files.readString(run.resolve("manifest.json")))
                .contains("\"status\": \"done\"", "\"seed\": 7", "photo.png", "\"oneDNN\"");
    }

    @Test
    void theReportNeedsNoOtherFile() throws IOException {
        place.run("--name", "moss");
        String html = Files.readString(place.runs().resolve("moss/report.html"));
        assertThat(html)
                .contains("data:image/png;base64,", "<svg", "lichen run ", "oneDNN")
                .doesNotContain("<script src", "src=\"http", "href=\"http", "<link", "@import");
        assertThat(html.split("data:image/png", -1)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void theConfigInTheFolderMakesTheSameImageAgain() throws IOException {
        place.run("--name", "first", "-s", "seed=11");
        Path config = place.runs().resolve("first/config.json");
        Outcome again =
                Outcome.of("run", config.toString(), "--runs", place.runs().toString(), "--name", "second");
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(place.runs().resolve("second/images/result.png"))
                .hasSameBinaryContentAs(place.runs().resolve("first/images/result.png"));
        assertThat(place.runs().resolve("second/config.json")).hasSameBinaryContentAs(config);
    }

    @Test
    void savesSixteenBitsWhereAskedTo() throws IOException {
        place.run("-s", "output.depth=sixteen-bits");
        BufferedImage image =
                ImageIO.read(place.runs().resolve("tiny/images/result.png").toFile());
        assertThat(image.getColorModel().getComponentSize(0)).isEqualTo(16);
    }

    private static void assertExtents(Path file, int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void refusesSeveralJobsForWhatHasNoParts() {
        place.assertRefused(
                "--jobs 2: this experiment has no parts that could be made at the same time, as those of an ablation can; leave"
                        + " --jobs out: it uses all cores",
                "--jobs",
                "2");
        place.assertRefused("--jobs 0: must be at least 1", "--jobs", "0");
    }

    @Test
    void refusesAnEngineThatIsNotThere() throws IOException {
        Files.writeString(place.config(), "{\"extends\": \"comparison\"}");
        place.assertRefused(
                "--engine spark: there is none of this name on the class path. An engine comes in a jar that the variable"
                        + " LICHEN_ENGINES names; that of Apache Spark is built and used as app/spark/README.md says. Without"
                        + " --engine, processes of this machine make the parts",
                "--engine",
                "spark",
                "--jobs",
                "2");
    }

    @Test
    void refusesAnEngineForWhatHasNoPartsOrWithoutANumberOfThem() {
        place.assertRefused(
                "--engine spark: say by --jobs n how many parts are to be made at the same time, each by an executor of its own",
                "--engine",
                "spark");
        place.assertRefused(
                "--engine spark: this experiment has no parts that could be made at the same time, as those of an ablation"
                        + " can; leave --engine out: it uses all cores",
                "--engine",
                "spark",
                "--jobs",
                "2");
        place.assertRefused(
                "--master spark://host:7077: is an engine's; name that too by --engine",
                "--master",
                "spark://host:7077");
    }
}
