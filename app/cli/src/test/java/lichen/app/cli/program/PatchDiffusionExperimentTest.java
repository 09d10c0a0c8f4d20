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

class PatchDiffusionExperimentTest {
    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        place.photograph("photo.png", 72, 36);
        Files.writeString(
                place.config(),
                "{\"type\": \"patch-diffusion\", \"target\": {\"image\": \"photo.png\"}, \"patch\": 7}\n");
    }

    @Test
    void makesAnImageOfTheSizeAskedFor() throws IOException {
        Outcome outcome = place.run("-s", "size=[50, 34]", "-s", "measures=[{\"type\": \"innovation\"}]");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        BufferedImage image = ImageIO.read(run.resolve("images/result.png").toFile());
        assertThat(image.getWidth()).isEqualTo(50);
        assertThat(image.getHeight()).isEqualTo(34);
        assertThat(run.resolve("report.html")).content().contains("result", "tiled", "innovation");
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
    void makesTheMapsOfItsMaterialBesideTheResult() {
        String map = folder.resolve("photo.png").toString().replace('\\', '/');
        Outcome outcome = place.run("-s", "with=[{\"name\": \"height\", \"image\": \"" + map + "\"}]");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(run.resolve("images/height.png")).isRegularFile();
        assertThat(run.resolve("report.html")).content().contains("height");
    }

    @Test
    void refusesNormalsThatAMirrorWouldTurnAndNamesThatAreTaken() {
        String map = "\"image\": \"" + folder.resolve("photo.png").toString().replace('\\', '/') + "\"}";

        place.assertRefusedAt(
                "$.with[0].kind",
                "must be plain where mirrored is true: normals point elsewhere in a mirror",
                "-s",
                "mirrored=true",
                "-s",
                "with=[{\"name\": \"normal\", \"kind\": \"normal\", " + map + "]");
        place.assertRefusedAt(
                "$.with[1].name",
                "must be another than of the maps before, but is \"height\"",
                "-s",
                "with=[{\"name\": \"height\", " + map + ", {\"name\": \"height\", \"kind\": \"normal\", " + map + "]");
        place.assertRefusedAt(
                "$.with[0].name",
                "must be of small letters, digits and dashes, and none of [result, target, tiled], but is \"result\"",
                "-s",
                "with=[{\"name\": \"result\", " + map + "]");
    }

    @Test
    void refusesPatchesThatDoNotFit() {
        place.assertRefused(
                "1) $.patch (-s patch=37): must be at most 36, the shorter side of the photograph of 72 x 36 pixels, but is"
                        + " 37.",
                "-s",
                "patch=37");
        place.assertRefused(
                "1) $.spacing (-s spacing=4): must be at most 3, half of the patch, but is 4.", "-s", "spacing=4");
    }
}
