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

class TextureByNumbersExperimentTest {
    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        place.photograph("photo.png", 48, 36);
        Masks.box(folder.resolve("map.png"), 52, 40, new int[] {10, 8, 20, 16}, 0xff0000, 0x0000ff);
        Files.writeString(place.config(), """
                {"type": "texture-by-numbers", "map": {"image": "map.png"}, "patch": 7, "steps": 3,
                 "textures": {"#ff0000": {"image": "photo.png"},
                              "#0000FF": {"image": "bundled:pebbles", "size": [40, 40]}}}
                """);
    }

    @Test
    void makesAnImageOfTheMapsExtentsAndShowsWhatItIsMadeOf() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        BufferedImage image = ImageIO.read(run.resolve("images/result.png").toFile());
        assertThat(image.getWidth()).isEqualTo(52);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(run.resolve("report.html")).content().contains("map", "texture-1", "texture-2", "result");
    }

    @Test
    void refusesColoursWithoutAPhotographAndPhotographsWithoutAColour() throws IOException {
        place.assertRefusedAt(
                "$.textures",
                "must name colours of the map, [#0000ff, #ff0000], but names #00ff00",
                "-s",
                "textures.#00ff00={\"image\": \"bundled:grass\"}");
        Masks.box(folder.resolve("map.png"), 52, 40, new int[] {10, 8, 20, 16}, 0xff0000, 0x00ff00);
        place.assertRefusedAt(
                "$.textures",
                "must name a photograph for each colour of the map, [#00ff00, #ff0000], but names none for #00ff00");
    }

    @Test
    void refusesARegionOfAFewPixels() throws IOException {
        Masks.box(folder.resolve("map.png"), 52, 40, new int[] {10, 8, 3, 2}, 0xff0000, 0x0000ff);
        place.assertRefusedAt("$.map", "must give each colour at least 49 pixels, as a patch has, but gives #ff0000 6");
    }
}
