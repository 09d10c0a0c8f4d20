package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructionsTest {
    private static final String CONFIG = """
            {
              "type": "reconstructions",
              "targets": [{"image": "one.png"}, {"image": "other.png", "crop": [0, 0, 32, 24]}],
              "network": {"type": "fcn", "blocks": [{"filters": 8, "kernel": 3}, {"filters": 3, "kernel": 1}]},
              "objective": {"type": "signature-match"},
              "stop": {"evaluations": 3}
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        place.photograph("one.png", 48, 48);
        place.photograph("other.png", 40, 40);
        Files.writeString(place.config(), CONFIG);
    }

    /** The tiles are so narrow that the heads take four lines. */
    @Test
    void drawsARowForEachPhotograph() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(ImageIO.read(run.resolve("images/reconstructions.png").toFile())
                        .getHeight())
                .isEqualTo(12 + 4 * 24 + 2 * (48 + 24 + 12));
        assertThat(run.resolve("parts/1-one/images/reconstruction.png")).exists();
        assertThat(run.resolve("parts/2-other/images/result.png")).exists();
        assertThat(run.resolve("report.html")).content().contains("1-one: lowest ", "2-other: lowest ");
    }

    @Test
    void goesOnWithATextureThatIsMissing() throws IOException {
        Path run = place.runs().resolve("tiny");
        place.run();
        byte[] figure = Files.readAllBytes(run.resolve("images/reconstructions.png"));
        Path part = run.resolve("parts/1-one");
        Files.delete(part.resolve("trial.json"));
        Files.delete(part.resolve("images/result.png"));
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"done\"", "\"partial\""));

        assertThat(place.run("--resume").out()).contains("2 textures learned");

        assertThat(run.resolve("images/reconstructions.png")).hasBinaryContent(figure);
        assertThat(part.resolve("trial.json")).content().contains("\"done\"");
    }

    @Test
    void tellsWhichTexturesFailedAndDrawsTheRest() throws IOException {
        Outcome outcome =
                place.run("-s", "optimizer={\"type\": \"adam\", \"learning-rate\": 1e30}", "-s", "stop.evaluations=30");
        Path run = place.runs().resolve("tiny");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("2 textures learned, of 2 parts 2 failed", "To try again what failed:");
        assertThat(run.resolve("parts/1-one/trial.json")).content().contains("\"failed\"");
        assertThat(run.resolve("parts/2-other/trial.json")).content().contains("\"failed\"");
        assertThat(run.resolve("images/reconstructions.png")).exists();
    }

    @Test
    void refusesALayerThatGivesNoImage() {
        place.assertRefused(
                "1) $.layer (-s layer=conv1): the layer conv1 gives 8 channels, not the 3 of an image: name the layer that"
                        + " gives the reconstruction.",
                "-s",
                "layer=conv1");
    }

    @Test
    void saysWhichPhotographDoesNotFit() {
        assertThat(place.run("-s", "targets.1.crop=[0, 0, 99, 24]").err())
                .startsWith(
                        "1) $.targets[1].crop (-s targets.1.crop=[0, 0, 99, 24]): must lie inside the image of 40 x 40");
    }
}
