package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a photograph of blotches to a grey one. */
class InterpolationTest {
    private static final String CONFIG = """
            {
              "type": "interpolation",
              "photographs": [{"image": "blotches.png", "crop": [0, 0, 32, 32]}, {"image": "grey.png", "crop": [0, 0, 32, 32]}],
              "steps": 3,
              "methods": {
                "colours": {
                  "type": "synthesis",
                  "target": {"image": "blotches.png"},
                  "objective": {"type": "signature-match", "layers": ["image"]},
                  "stop": {"evaluations": 20}
                }
              },
              "measures": [{"type": "colour"}, {"type": "autocorrelation"}]
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        place.photograph("blotches.png", 64, 64);
        grey("grey.png");
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void learnsWhatLiesBetweenPhotographsBesideABlendOfTheirPixels() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");

        for (int channel = 0; channel < 3; channel++) {
            double first = mean(run.resolve("parts/colours-1/images/result.png"), channel);
            double between = mean(run.resolve("parts/colours-2/images/result.png"), channel);
            double last = mean(run.resolve("parts/colours-3/images/result.png"), channel);
            assertThat(between).isCloseTo((first + last) / 2, within(1.0));
            assertThat(mean(run.resolve("images/pixel-blend-2.png"), channel)).isCloseTo(between, within(1.0));
        }
        assertThat(ImageIO.read(run.resolve("images/interpolation.png").toFile())
                        .getWidth())
                .isEqualTo(12 + 3 * (32 + 12));
        assertThat(Files.readAllLines(run.resolve("interpolation.csv")))
                .hasSize(1 + 2 * 3)
                .first()
                .isEqualTo("way,step,miss,distance");
        assertThat(run.resolve("report.html")).content().contains("worst on the way", "path over chord", "pixel-blend");
    }

    @Test
    void measuresTheEndsByTheirPhotographAndWhatLiesBetweenByTheMeanOfBoth() throws IOException {
        assertThat(place.run("-s", "measures=[{\"type\":\"lbp\"}]").code()).isEqualTo(ExitCode.DONE);
        List<String> lines = Files.readAllLines(place.runs().resolve("tiny").resolve("interpolation.csv"));

        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double miss = Double.parseDouble(cells[2]);
            double distance = Double.parseDouble(cells[3]);
            if (cells[1].equals("1")) {
                assertThat(miss).as(line).isPositive().isNotCloseTo(distance, within(1e-3));
            } else {
                assertThat(miss).as(line).isCloseTo(distance, within(1e-9));
            }
        }
    }

    @Test
    void beginsAllStepsWithTheSameImage() throws IOException {
        place.run();
        Path parts = place.runs().resolve("tiny/parts");

        assertThat(parts.resolve("colours-1/images/start.png"))
                .binaryContent()
                .isEqualTo(Files.readAllBytes(parts.resolve("colours-3/images/start.png")));
    }

    @Test
    void makesOnlyWhatIsMissingWhenItIsRunAgain() throws IOException {
        place.run();
        Path run = place.runs().resolve("tiny");
        Path kept = run.resolve("parts/colours-1/images/result.png");
        FileTime made = Files.getLastModifiedTime(kept);
        byte[] figure = Files.readAllBytes(run.resolve("images/interpolation.png"));
        Files.delete(run.resolve("parts/colours-2/trial.json"));
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"done\"", "\"interrupted\""));

        Outcome again = place.run("--resume");

        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(made);
        assertThat(run.resolve("parts/colours-2/trial.json")).exists();
        assertThat(run.resolve("images/interpolation.png")).binaryContent().isEqualTo(figure);
    }

    @Test
    void refusesWhatIsNoWay() {
        assertThat(place.run("-s", "photographs=[{\"image\":\"grey.png\"}]").err())
                .contains("must be at least two: the ends of the way");
        assertThat(place.run("-s", "steps=2").err()).contains("must be more than the photographs, 2, and at most 32");
        assertThat(place.run("-s", "methods.colours={\"type\":\"quilting\",\"target\":{\"image\":\"grey.png\"}}")
                        .err())
                .contains("must be of the type synthesis");
        assertThat(place.run("-s", "measures=[{\"type\":\"seam\"}]").err()).contains("must hold one of quality");
        assertThat(place.run("-s", "methods.colours.objective={\"type\":\"nearest-patches\"}")
                        .err())
                .startsWith("1) $.methods.colours.objective.picture")
                .contains("there is no mean of patches");
        assertThat(place.runs()).doesNotExist();
    }

    private void grey(String name) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            int value = 150 + 40 * (i % 7 % 2);
            image.setRGB(i % 64, i / 64, value << 16 | value << 8 | value);
        }
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    private static double mean(Path file, int channel) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        double sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                sum += image.getRGB(x, y) >> 8 * channel & 255;
            }
        }
        return sum / image.getWidth() / image.getHeight();
    }

    @Test
    void learnsNovelTexturesAtRandomPlacesBetweenPhotographs() throws IOException {
        Files.writeString(place.config(), """
                {
                  "type": "novel-textures",
                  "seed": 4,
                  "photographs": [{"image": "blotches.png", "crop": [0, 0, 32, 32]}, {"image": "grey.png", "crop": [0, 0, 32, 32]},
                                  {"image": "grey.png", "crop": [16, 16, 32, 32]}],
                  "count": 2,
                  "method": {
                    "type": "synthesis",
                    "target": {"image": "blotches.png"},
                    "objective": {"type": "signature-match", "layers": ["image"]},
                    "stop": {"evaluations": 3}
                  }
                }
                """);
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");

        assertThat(ImageIO.read(run.resolve("images/novel-textures.png").toFile())
                        .getWidth())
                .isEqualTo(12 + 3 * (32 + 12));
        List<Path> parts = List.of(run.resolve("parts/texture-1"), run.resolve("parts/texture-2"));
        assertThat(parts.get(0).resolve("images/result.png"))
                .binaryContent()
                .isNotEqualTo(Files.readAllBytes(parts.get(1).resolve("images/result.png")));
        assertThat(run.resolve("report.html")).content().contains("What lies where", "grey, %");
    }

    private static final String ABOUT_THE_MEAN = """
            {
              "type": "novel-textures",
              "seed": 4,
              "photographs": [{"image": "blotches.png"}, {"image": "grey.png"}],
              "count": 2,
              "components": {"leading": 2, "network": {"type": "image"}, "layers": ["image"], "descriptor": {"type": "moments"}},
              "method": {
                "type": "synthesis",
                "target": {"image": "blotches.png"},
                "objective": {"type": "signature-match", "layers": ["image"]},
                "stop": {"evaluations": 3}
              }
            }
            """;

    @Test
    void learnsNovelTexturesAboutTheMeanOfPatches() throws IOException {
        Files.writeString(place.config(), ABOUT_THE_MEAN);
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(run.resolve("report.html")).content().contains("component 2, deviations");
        assertThat(run.resolve("parts/texture-1/images/result.png"))
                .binaryContent()
                .isNotEqualTo(Files.readAllBytes(run.resolve("parts/texture-2/images/result.png")));
    }

    @Test
    void refusesPatchesThatCannotBeDescribed() throws IOException {
        Files.writeString(place.config(), ABOUT_THE_MEAN);
        place.assertRefusedAt("$.components.patches", "must be from 1 to 16, but is 99", "-s", "components.patches=99");
        assertThat(place.check(
                                "-s",
                                "components.network={\"type\": \"wavelets\"}",
                                "-s",
                                "components.layers=\"all-convolutions\"",
                                "-s",
                                "components.patches=8")
                        .err())
                .startsWith("1) $.components")
                .hasLineCount(1);
    }
}
