package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuiltingExperimentTest {
    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        place.photograph("photo.png", 40, 36);
        Files.writeString(
                place.config(), "{\"type\": \"quilting\", \"target\": {\"image\": \"photo.png\"}, \"block\": 12}\n");
    }

    @Test
    void makesAnImageOfTheSizeAskedFor() throws IOException {
        Outcome outcome = place.run("-s", "size=[50, 30]", "-s", "tile=true");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        BufferedImage image = ImageIO.read(run.resolve("images/result.png").toFile());
        assertThat(image.getWidth()).isEqualTo(50);
        assertThat(image.getHeight()).isEqualTo(30);
        assertThat(run.resolve("report.html")).content().contains("result");
    }

    @Test
    void givesTheSameImageForTheSameSeedOnly() {
        place.run("--name", "one");
        place.run("--name", "again");
        place.run("--name", "other", "-s", "seed=2");
        Path one = place.runs().resolve("one/images/result.png");
        assertThat(place.runs().resolve("again/images/result.png")).hasSameBinaryContentAs(one);
        assertThat(place.runs().resolve("other/images/result.png"))
                .isRegularFile()
                .satisfies(file -> assertThat(Files.readAllBytes(file)).isNotEqualTo(Files.readAllBytes(one)));
    }

    @Test
    void refusesBlocksThatDoNotFit() {
        place.assertRefused(
                "1) $.block (-s block=37): must be at most 36, the shorter side of the photograph of 40 x 36 pixels, but is"
                        + " 37.",
                "-s",
                "block=37");
        place.assertRefused(
                "1) $.overlap (-s overlap=7): must be at most 6, half of the block, but is 7.", "-s", "overlap=7");
    }
}
