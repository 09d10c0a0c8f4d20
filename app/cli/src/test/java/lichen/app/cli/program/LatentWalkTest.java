package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways between samples of generators that come along. */
class LatentWalkTest {
    private static final String CONFIG = """
            {
              "type": "latent-walk",
              "target": {"image": "photo.png", "crop": [0, 0, 32, 32]},
              "generators": {"gan": "bundled:pebbles-gan", "network": "bundled:pebbles-generator"},
              "walks": 2,
              "steps": 3,
              "measures": [{"type": "colour"}, {"type": "autocorrelation"}]
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        place.photograph("photo.png", 64, 64);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void measuresEachWayAndDrawsIt() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        List<String[]> rows = Files.readAllLines(run.resolve("latent-walk.csv")).stream()
                .map(line -> line.split(","))
                .toList();
        assertThat(rows.get(0)).containsExactly("generator", "walk", "worst", "ends", "path", "longest");
        assertThat(rows.subList(1, rows.size()).stream().map(row -> row[0] + row[1]))
                .containsExactly("gan1", "gan2", "network1", "network2");
        for (String[] row : rows.subList(1, rows.size())) {
            double[] numbers =
                    Arrays.stream(row).skip(2).mapToDouble(Double::parseDouble).toArray();
            assertThat(Arrays.stream(numbers).boxed()).allMatch(number -> number > 0 && number < 100);
            assertThat(numbers[3]).isBetween(1.0, 2.0); // of two steps
        }
        assertThat(ImageIO.read(run.resolve("images/latent-walk.png").toFile()).getHeight())
                .isGreaterThan(4 * 32);
        assertThat(run.resolve("report.html")).content().contains("path over chord", "gan", "network");
    }

    @Test
    void vectorsAloneChangeUnlessTheLayoutDoesToo() throws IOException {
        String[] vectors = row("vectors");
        String[] all = row("all", "-s", "layout=true");

        assertThat(Double.parseDouble(vectors[2])).isNotCloseTo(Double.parseDouble(all[2]), within(1e-9));
    }

    private String[] row(String name, String... settings) throws IOException {
        String[] arguments = new String[settings.length + 2];
        arguments[0] = "--name";
        arguments[1] = name;
        System.arraycopy(settings, 0, arguments, 2, settings.length);
        Outcome outcome = place.run(arguments);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        return Files.readAllLines(place.runs().resolve(name).resolve("latent-walk.csv"))
                .get(1)
                .split(",");
    }

    @Test
    void needsGeneratorsOfNoiseAlone() {
        assertThat(place.run("-s", "generators.gan=bundled:twelve-textures").err())
                .contains("must make images of noise alone, but the generator is given the vector of a photograph");
        assertThat(place.run("-s", "target.crop=[0,0,36,36]").err()).contains("must be a multiple of 8");
        assertThat(place.run("-s", "steps=2").err()).contains("must be from 3 to 32, but is 2");
    }
}
