package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.program.Masks;
import lichen.app.cli.program.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FillCommandTest {
    private static final int[] BOX = {20, 18, 12, 10};

    @TempDir
    private Path folder;

    private Path photo = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void takeAPhotograph() throws IOException {
        photo = new Workplace(folder).photograph("wall.png", 60, 48);
        out = folder.resolve("out.png");
    }

    @Test
    void fillsTheHoleAndLeavesAllElseAsItIs() throws IOException {
        Path mask = Masks.box(folder.resolve("hole.png"), 60, 48, BOX, 0xffffff, 0);
        Outcome outcome = fill("--mask", mask.toString());

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("wall.png has 60 x 48 pixels", "Wrote " + out);
        assertThat(changed(0, 0)).as("pixels that changed").isGreaterThan(60).isLessThanOrEqualTo(12 * 10);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void goesOnBeyondTheBorder() throws IOException {
        Outcome outcome = fill("--size", "80x60", "--patch", "7");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(80);
        assertThat(changed(10, 6)).isZero();
    }

    @Test
    void tellsWhatItCannotUseAndWritesNothing() throws IOException {
        assertThat(fill().err()).isEqualTo("--mask: must be given, or a --size to go on to: else nothing is missing\n");
        assertThat(fill("--size", "50x50").err())
                .isEqualTo("--size: must be at least 60 x 48, the photograph's, but is 50 x 50.\n");
        assertThat(fill("--size", "80x60", "--patch", "99").err()).startsWith("--patch: must be at most 60");
        assertThat(fill("--mask", folder.resolve("none.png").toString()).err()).contains("none.png", "no such file");
        Path all = Masks.box(folder.resolve("all.png"), 60, 48, new int[] {0, 0, 60, 48}, 0xffffff, 0);
        assertThat(fill("--mask", all.toString()).err())
                .isEqualTo(
                        "--mask: must leave a patch of 25 x 25 pixels whole to fill the hole with, but leaves none: make"
                                + " the hole or the patch smaller.\n");
        Path none = Masks.box(folder.resolve("black.png"), 60, 48, BOX, 0, 0);
        assertThat(fill("--mask", none.toString()).err())
                .isEqualTo("--mask: must show a hole, but shows none: there is nothing to fill.\n");
        Path small = Masks.box(folder.resolve("small.png"), 30, 24, BOX, 0xffffff, 0);
        Outcome refused = fill("--mask", small.toString());
        assertThat(refused.err()).isEqualTo("--mask: must have 60 x 48 pixels, as the photograph, but has 30 x 24.\n");
        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(out).doesNotExist();
    }

    /** How many of the photograph's pixels are others in the picture, in which it lies at a place. */
    private int changed(int right, int down) throws IOException {
        BufferedImage before = ImageIO.read(photo.toFile());
        BufferedImage after = ImageIO.read(out.toFile());
        int changed = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                changed += before.getRGB(x, y) == after.getRGB(x + right, y + down) ? 0 : 1;
            }
        }
        return changed;
    }

    private Outcome fill(String... more) {
        List<String> arguments = new ArrayList<>(List.of("fill", photo.toString(), "-o", out.toString()));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }
}
