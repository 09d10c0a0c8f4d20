package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FillExperimentTest {
    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        place.photograph("photo.png", 60, 48);
        Masks.box(folder.resolve("hole.png"), 60, 48, new int[] {20, 18, 12, 10}, 0xffffff, 0);
        Files.writeString(place.config(), """
                {"type": "fill", "target": {"image": "photo.png"}, "mask": {"image": "hole.png"}, "patch": 7}
                """);
    }

    @Test
    void tellsHowMuchTheBorderOfTheHoleShows() {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(run.resolve("scores.csv")).content().contains("seam,OTHER,FULL,");
        assertThat(run.resolve("report.html")).content().contains("target", "result", "Border of the hole");
    }

    @Test
    void refusesAMaskOfAnotherSizeOrOneThatLeavesNothing() throws IOException {
        place.assertRefusedAt(
                "$.mask",
                "must have 60 x 48 pixels, as the photograph, but has 30 x 24",
                "-s",
                "mask.image=" + Masks.box(folder.resolve("small.png"), 30, 24, new int[] {2, 2, 4, 4}, 0xffffff, 0));
        place.assertRefusedAt(
                "$.mask",
                "must leave a patch of 7 x 7 pixels whole to fill the hole with, but leaves none: make the hole or the patch"
                        + " smaller",
                "-s",
                "mask.image=" + Masks.box(folder.resolve("all.png"), 60, 48, new int[] {0, 0, 60, 48}, 0xffffff, 0));
        place.assertRefusedAt(
                "$.size", "must be at least 60 x 48, the photograph's, but is 50 x 48", "-s", "size=[50,48]");
    }
}
