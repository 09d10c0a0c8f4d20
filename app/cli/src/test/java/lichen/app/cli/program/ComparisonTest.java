package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String CONFIG = """
            {
              "type": "comparison",
              "photographs": [
                {"image": "one.png", "crop": [0, 0, 40, 40]},
                {"image": "one.png", "crop": [4, 0, 60, 60], "size": [36, 36]}
              ],
              "methods": {
                "learned": {"base": "base.json", "set": {"stop.evaluations": 2}},
                "blocks": {"type": "quilting", "block": 12, "target": {"image": "one.png"}},
                "too-large": {"type": "quilting", "block": 38, "target": {"image": "one.png"}}
              },
              "seeds": 2,
              "controls": ["another-crop", "random-phase"],
              "measures": [{"type": "colour"}, {"type": "lbp"}, {"type": "seam"}, {"type": "diversity"}]
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfigs() throws IOException {
        place = Workplace.in(folder);
        Files.move(place.config(), folder.resolve("base.json"));
        place.photograph("one.png", 130, 90);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void scoresMethodsAndControlsAndLosesNothingToAMethodThatFails() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(outcome.out()).contains("16 images of 5 methods and controls, of which 2 failed");
        assertThat(run.resolve("images/contact-sheet.png")).exists();
        assertThat(run.resolve("report.html"))
                .content()
                .contains("random-phase", "By photograph", "must be at most 36", "Floors", "Caution: of 2 photographs")
                .contains("What the methods optimise", "filter responses", "colours, patches")
                .contains("What each layer still lacks")
                .contains(
                        "data:image/jpeg;base64,",
                        "alt=\"2-one, blocks, image 2\"",
                        "losses of 1-one, learned, image 1")
                .doesNotContain("data:image/png", "alt=\"2-one, too-large, image 1\"");
        List<String> scores = Files.readAllLines(run.resolve("scores.csv"));
        assertThat(scores).hasSize(1 + 14 * 5).first().asString().startsWith("photograph,method,number,measure");
        assertThat(scores).anyMatch(line -> line.startsWith("2-one,blocks,2,colour half,quality,"));
        assertThat(Files.readAllLines(run.resolve("methods.csv"))).hasSize(1 + 5);
        assertThat(Files.readAllLines(run.resolve("differences.csv"))).hasSize(1 + 2 * 3 * 4);
        assertThat(run.resolve("parts/1-one-blocks-1/images/result.png")).exists();
        assertThat(Files.readAllBytes(run.resolve("parts/1-one-blocks-2/images/result.png")))
                .isNotEqualTo(Files.readAllBytes(run.resolve("parts/1-one-blocks-1/images/result.png")));
    }

    @Test
    void tellsBeforehandHowLongTheImagesTake() {
        assertThat(place.run("--plan").out())
                .containsPattern("  learned: 4 images, [0-9.]+ s each, [0-9]+ MiB\n")
                .contains("on this machine as it is now, scoring left out");
    }

    @Test
    void goesOnWithWhatIsNotDone() throws IOException {
        place.run();
        Path run = place.runs().resolve("tiny");
        byte[] scores = Files.readAllBytes(run.resolve("methods.csv"));
        Path part = run.resolve("parts/2-one-learned-1");
        Files.delete(part.resolve("trial.json"));
        Files.delete(part.resolve("scores.csv"));
        Files.delete(run.resolve("parts/1-one/images/target.png"));
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"done\"", "\"interrupted\""));
        Outcome outcome = place.run("--resume");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(part.resolve("scores.csv")).exists();
        assertThat(new String(Files.readAllBytes(run.resolve("methods.csv")), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split(",")[1]))
                .isEqualTo(new String(scores, StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split(",")[1])
                        .toList());
    }

    /** Blocks of 38 pixels do not fit into 36: that fails again. Nothing else is made a second time. */
    @Test
    void triesWhatFailedAgainAndNothingElse() throws IOException {
        place.run();
        Path run = place.runs().resolve("tiny");
        assertThat(run.resolve("manifest.json")).content().contains("\"partial\"");
        assertThat(run.resolve("parts/2-one-too-large-1/trial.json"))
                .content()
                .contains("\"failed\"", "must be at most 36");
        FileTime made = Files.getLastModifiedTime(run.resolve("parts/1-one-learned-1/images/result.png"));

        Outcome again = place.run("--resume");

        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("of which 2 failed", "To try again what failed: lichen run");
        assertThat(Files.getLastModifiedTime(run.resolve("parts/1-one-learned-1/images/result.png")))
                .isEqualTo(made);
    }

    @Test
    void drawsTheSheetWhereThePictureOfAPhotographIsNotThereYet() throws IOException {
        place.run();
        Path run = place.runs().resolve("tiny");
        Files.delete(run.resolve("parts/1-one/images/target.png"));
        byte[] sheet = Files.readAllBytes(run.resolve("images/contact-sheet.png"));

        Outcome outcome = Outcome.of("rescore", run.toString());

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.resolve("images/contact-sheet.png")).hasBinaryContent(sheet);
    }

    @Test
    void scoresImagesAgainByOtherMeasuresWithoutMakingThemAgain() throws IOException {
        place.run();
        Path run = place.runs().resolve("tiny");
        Path image = run.resolve("parts/1-one-learned-1/images/result.png");
        FileTime made = Files.getLastModifiedTime(image);
        String measures = "measures=[{\"type\": \"colour\"}, {\"type\": \"alignment\"}, {\"type\": \"diversity\"}]";

        Outcome outcome = Outcome.of("rescore", run.toString(), "-s", measures);

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.getLastModifiedTime(image)).isEqualTo(made);
        assertThat(Files.readAllLines(run.resolve("scores.csv")))
                .hasSize(1 + 14 * 4)
                .anyMatch(line -> line.startsWith("2-one,blocks,2,alignment half,copying,"))
                .noneMatch(line -> line.contains(",seam,"));
        assertThat(run.resolve("config.json")).content().contains("alignment").doesNotContain("seam");
        assertThat(run.resolve("report.html")).content().contains("alignment half");
        assertThat(Outcome.of("rescore", run.toString(), "-s", measures, "-s", "seeds=3")
                        .err())
                .contains("-s seeds=3: only measures and jpeg can change");
    }

    @Test
    void scoresOnlyComparisonsThatAreDoneAgain() throws IOException {
        Files.copy(folder.resolve("base.json"), place.config(), StandardCopyOption.REPLACE_EXISTING);
        place.run();
        Path run = place.runs().resolve("tiny");

        assertThat(Outcome.of("rescore", run.toString()).err()).contains("is no comparison");
        assertThat(Outcome.of("rescore", place.runs().resolve("none").toString())
                        .err())
                .contains("no such file");
    }

    @Test
    void refusesWhatIsNoMethod() {
        assertThat(place.run("-s", "methods.sheet={\"type\": \"data-set\", \"data\": {\"type\": \"patches\"}}")
                        .err())
                .contains("$.methods");
        assertThat(place.run("-s", "methods.noise={\"base\": \"" + folder.resolve("base.json") + "\"}")
                        .err())
                .contains("must have names of up to 80 letters", "\"noise\"");
        assertThat(place.run("-s", "controls=[\"nois\"]").err()).contains("$.controls", "nois");
    }

    @Test
    void saysWhereAMethodOrAPhotographDoesNotFit() {
        assertThat(place.run("-s", "methods.learned.set.objective.layers=conv9").err())
                .startsWith(
                        "1) $.methods.learned.objective.layers (-s methods.learned.set.objective.layers=conv9): unknown layer");
        assertThat(place.run("-s", "photographs.0.crop=[0,0,500,20]").err())
                .startsWith("1) $.photographs[0].crop (-s photographs.0.crop=[0,0,500,20]): must lie inside");
        assertThat(place.runs()).doesNotExist();
    }
}
