package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.FreshJvm;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of other programs among the methods of a comparison. */
class ForeignImagesTest {
    private static final String CONFIG = """
            {
              "type": "comparison",
              "photographs": [
                {"image": "01-photograph.png", "crop": [0, 0, 40, 40], "name": "01"},
                {"image": "bark.png", "crop": [0, 0, 40, 40]}
              ],
              "methods": {
                "blocks": {"type": "quilting", "block": 12, "target": {"image": "bark.png"}},
                "theirs": {"type": "images", "folder": "their-results", "pattern": "{photograph}-gatys.png"}
              },
              "seeds": 2,
              "controls": ["verbatim"],
              "measures": [{"type": "colour"}, {"type": "lbp"}, {"type": "seam"}, {"type": "diversity"}]
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        place = new Workplace(folder);
        place.photograph("01-photograph.png", 130, 90);
        place.photograph("bark.png", 90, 130);
        Files.createDirectory(folder.resolve("their-results"));
        image("01-gatys.png", 40, 40);
        image("bark-gatys.png", 40, 40);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void areScoredBesideMethodsAndControlsEachOnce() throws IOException {
        Outcome outcome = place.run();

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("8 images of 3 methods and controls\n");
        List<String> scores = Files.readAllLines(run("scores.csv"));
        assertThat(scores)
                .hasSize(1 + 8 * 5)
                .anyMatch(line -> line.matches("1-01,theirs,1,colour,quality,.*,true,,"))
                .anyMatch(line -> line.matches("2-bark,theirs,1,seam,other,.*,false,,"))
                .anyMatch(line -> line.matches("2-bark,blocks,2,colour,quality,.*,true,[0-9.]+,[0-9.]*"))
                .noneMatch(line -> line.contains(",theirs,2,"));
        assertThat(run("parts/1-01-theirs-1/images/result.png")).exists();
        assertThat(run("manifest.json")).content().contains("01-gatys.png", "bark-gatys.png");
        assertThat(run("report.html")).content().contains("not said").doesNotContain("Caution: the images");
    }

    @Test
    void areToldApartBySeedsWhereTheirNamesAre() throws IOException {
        for (String name : List.of("01-3.png", "01-4.png", "bark-3.png", "bark-4.png")) {
            image(name, 40, 40);
        }

        Outcome outcome = place.run("-s", "methods.theirs.pattern={photograph}-{seed}.png", "-s", "seed=3");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(run("scores.csv"))).anyMatch(line -> line.startsWith("2-bark,theirs,2,colour,"));
        assertThat(run("manifest.json")).content().contains("01-4.png").doesNotContain("01-gatys.png");
    }

    @Test
    void haveGapsThatAreToldBeforeAnythingRuns() throws IOException, InterruptedException {
        Files.delete(their("01-gatys.png"));

        Outcome outcome =
                FreshJvm.start(folder, "check", place.config().toString()).outcome();

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.err())
                .contains("{photograph}-gatys.png: 1 of 2 images are not there, and are left out: 01-gatys.png");
    }

    @Test
    void haveGapsThatAreWrittenDownAndCanBeFilledLater() throws IOException {
        byte[] late = Files.readAllBytes(their("01-gatys.png"));
        Files.delete(their("01-gatys.png"));

        Outcome outcome = place.run();

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("of which 1 failed");
        assertThat(run("report.html"))
                .content()
                .contains("01-gatys.png: no such file", "not every method has images of every photograph");
        FileTime made = Files.getLastModifiedTime(run("parts/1-01-blocks-1/images/result.png"));

        Files.write(their("01-gatys.png"), late);
        Outcome again = place.run("--resume");

        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("8 images of 3 methods and controls\n");
        assertThat(Files.readAllLines(run("scores.csv"))).anyMatch(line -> line.startsWith("1-01,theirs,1,colour,"));
        assertThat(run("manifest.json")).content().contains("01-gatys.png", "bark-gatys.png");
        assertThat(Files.getLastModifiedTime(run("parts/1-01-blocks-1/images/result.png")))
                .isEqualTo(made);
    }

    @Test
    void areTakenAgainWhereOneHasChangedAndAGapWhereOneIsGone() throws IOException {
        Files.delete(their("01-gatys.png"));
        place.run();
        byte[] before = Files.readAllBytes(their("bark-gatys.png"));
        image("bark-gatys.png", 40, 40, 77);

        place.run("--resume");
        assertThat(run("parts/2-bark-theirs-1/images/result.png")).exists();

        Files.write(their("bark-gatys.png"), before);
        image("01-gatys.png", 40, 40);
        Files.delete(their("bark-gatys.png"));
        Outcome outcome = place.run("--resume");

        assertThat(outcome.out()).as(outcome.err()).contains("of which 1 failed");
        assertThat(Files.readAllLines(run("scores.csv")))
                .anyMatch(line -> line.startsWith("1-01,theirs,1,colour,"))
                .noneMatch(line -> line.startsWith("2-bark,theirs,"));
    }

    @Test
    void areRefusedWhereNoneIsThere() {
        place.assertRefusedAt(
                "$.methods.theirs.pattern",
                "none of the images is there: the first would be " + their("gatys-01.png")
                        + "; in the folder are 01-gatys.png, bark-gatys.png",
                "-s",
                "methods.theirs.pattern=gatys-{photograph}.png");
    }

    @Test
    void areRefusedInAnyOtherSizeAllAtOnce() throws IOException {
        image("01-gatys.png", 48, 40);
        image("bark-gatys.png", 80, 80);

        Outcome outcome = place.check();

        assertThat(outcome.err())
                .hasLineCount(2)
                .contains("1) $.methods.theirs.pattern (")
                .contains(
                        "01-gatys.png is of 48 x 40 pixels, but of the photograph 40 x 40 are seen: give the photograph the crop")
                .contains("bark-gatys.png is of 80 x 80 pixels");
        assertThat(place.run()).isEqualTo(outcome);
        assertThat(place.runs()).doesNotExist();
    }

    @Test
    void areRefusedWhereOneIsNoImage() throws IOException {
        Files.writeString(their("bark-gatys.png"), "GIF89a");

        assertThat(place.check().err())
                .hasLineCount(1)
                .contains("1) $.methods.theirs.pattern (", "bark-gatys.png: a GIF image; use a PNG");
    }

    @Test
    void areRefusedForTwoPhotographsOfOneName() {
        place.assertRefusedAt(
                "$.methods.theirs.pattern",
                "two photographs are called \"bark\", and would have the same image: give each a \"name\" of its own",
                "-s",
                "photographs.0={\"image\": \"" + folder.resolve("bark.png") + "\", \"crop\": [40, 40, 40, 40]}");
    }

    @Test
    void areRefusedAlone() throws IOException {
        Files.writeString(
                place.config(),
                "{\"type\": \"images\", \"folder\": \"their-results\", \"pattern\": \"{photograph}-gatys.png\"}");

        place.assertRefusedAt(
                "$.type", "images of other programs make nothing alone: name them among the methods of a comparison");
    }

    @Test
    void areSetApartFromLosslessOnesAndComparedFairlyAsJpegs() throws IOException {
        for (String name : List.of("01-gatys", "bark-gatys")) {
            BufferedImage image = ImageIO.read(their(name + ".png").toFile());
            ImageIO.write(image, "jpeg", their(name + ".jpg").toFile());
        }
        String pattern = "methods.theirs.pattern={photograph}-gatys.jpg";

        place.run("-s", pattern);

        assertThat(run("report.html"))
                .content()
                .contains("Caution: the images of theirs were stored with loss by another program");
        assertThat(verbatim()).isZero();

        Outcome outcome = Outcome.of("rescore", run("").toString(), "-s", "jpeg=75");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(run("report.html"))
                .content()
                .contains("Every image was scored as a JPEG of quality 75")
                .doesNotContain("Caution: the images");
        assertThat(verbatim()).isPositive();
        assertThat(place.run("-s", "jpeg=101").err()).contains("$.jpeg", "must be from 1 to 100");
    }

    /** How far the photograph itself is from the photograph. */
    private double verbatim() throws IOException {
        return Files.readAllLines(run("scores.csv")).stream()
                .filter(line -> line.startsWith("1-01,verbatim,1,lbp,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[5]))
                .findFirst()
                .orElseThrow();
    }

    private Path run(String file) {
        return place.runs().resolve("tiny").resolve(file);
    }

    private Path their(String name) {
        return folder.resolve("their-results").resolve(name);
    }

    private void image(String name, int width, int height) throws IOException {
        image(name, width, height, name.hashCode());
    }

    private void image(String name, int width, int height, int shade) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shade * (x + 3 * y) + x * x);
            }
        }
        ImageIO.write(image, "png", their(name).toFile());
    }
}
