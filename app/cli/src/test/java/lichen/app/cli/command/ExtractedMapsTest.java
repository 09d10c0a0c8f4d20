package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.program.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Textures with the maps of their material: {@code lichen extract --with}. */
class ExtractedMapsTest {
    @TempDir
    private Path folder;

    private Path photo = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void takePhotograph() throws IOException {
        photo = new Workplace(folder).photograph("moss.png", 96, 80);
        out = folder.resolve("out.png");
    }

    @Test
    void takesThePixelsOfAllMapsFromTheSamePlaces() throws IOException {
        Path same = Files.copy(photo, folder.resolve("same.png"));

        Outcome outcome = extract("--size", "62x50", "--with", same + ":height", "--with", same + ":normal");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("Wrote " + out, "out-height.png", "out-normal.png");
        BufferedImage made = ImageIO.read(out.toFile());
        BufferedImage height = ImageIO.read(folder.resolve("out-height.png").toFile());
        BufferedImage normal = ImageIO.read(folder.resolve("out-normal.png").toFile());
        for (int i = 0; i < 62 * 50; i++) {
            int colour = made.getRGB(i % 62, i / 62);
            assertThat(height.getRGB(i % 62, i / 62)).isEqualTo(colour);
            double[] vector = vector(normal.getRGB(i % 62, i / 62));
            assertThat(length(vector)).isCloseTo(1, within(0.02));
            assertThat(dot(vector, vector(colour)) / length(vector(colour))).isGreaterThan(0.99);
        }
    }

    @Test
    void namesMapsByThePattern() throws IOException {
        Path same = Files.copy(photo, folder.resolve("same.png"));
        out = folder.resolve("{photo}_{map}.png");

        Outcome outcome = extract("--size", "48", "--with", same + ":roughness");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("moss_colour.png")).exists();
        assertThat(folder.resolve("moss_roughness.png")).exists();
    }

    @Test
    void tellsWhichMapsCannotGoAlongAndWritesNothing() throws IOException {
        Path small = new Workplace(folder).photograph("small.png", 50, 50);
        String map = photo + ":height";

        assertThat(extract("--with", small + ":height").err())
                .isEqualTo("--with: must have 96 x 80 pixels, as the photograph, but has 50 x 50.\n");
        assertThat(extract("--with", photo.toString()).err()).contains("must name the map after a colon");
        assertThat(extract("--with", photo + ":result").err())
                .contains("the name after the colon must be of small letters, digits and dashes, and none of");
        assertThat(extract("--with", map, "--with", map).err())
                .contains("--with: must be another than of the maps before");
        assertThat(Outcome.of("extract", photo.toString(), "-o", out.toString(), "--with", map)
                        .err())
                .startsWith("--with: must go with --novelty 0: what is newer is optimised");
        assertThat(Outcome.of("extract", photo.toString(), "bundled:grass", "--novelty", "0", "--with", map)
                        .err())
                .startsWith("--with: must go with one photograph");
        assertThat(extract("--with", folder.resolve("none.png") + ":height").err())
                .contains("none.png", "no such file");
        assertThat(out).doesNotExist();
    }

    private Outcome extract(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("extract", photo.toString(), "-o", out.toString(), "--novelty", "0"));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }

    private static double[] vector(int colour) {
        return new double[] {
            (colour >> 16 & 255) / 127.5 - 1, (colour >> 8 & 255) / 127.5 - 1, (colour & 255) / 127.5 - 1
        };
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double dot(double[] one, double[] other) {
        return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
    }
}
