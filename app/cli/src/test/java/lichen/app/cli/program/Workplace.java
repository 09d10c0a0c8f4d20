package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;

/**
 * A user's folder with a photograph of 48 x 48 pixels and a config that learns it with a small network.
 *
 * @param folder the folder
 */
public record Workplace(Path folder) {
    private static final int SIDE = 48;
    private static final String CONFIG = """
            {
              "type": "synthesis",
              "seed": 7,
              "backend": "cpu",
              "target": {"image": "photo.png"},
              "network": {"type": "fcn", "blocks": [{"filters": 8, "kernel": 3}, {"filters": 8, "kernel": 3}]},
              "objective": {
                "type": "signature-match",
                "layers": ["conv1", "conv2"],
                "descriptor": {"type": "gram"},
                "distance": {"type": "squared-error", "normalize": true}
              },
              "start": {"type": "uniform-noise"},
              "stop": {"evaluations": 6},
              "output": {"checkpoint-seconds": 1e-9, "preview-every": 20}
            }
            """;

    /** Puts the photograph and the config into a folder. */
    public static Workplace in(Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        place.photograph("photo.png", SIDE, SIDE);
        Files.writeString(place.config(), CONFIG);
        return place;
    }

    /** The config: {@code tiny.json}. */
    public Path config() {
        return folder.resolve("tiny.json");
    }

    /** The folder of all runs; it is there only after the first. */
    public Path runs() {
        return folder.resolve("runs");
    }

    /** Paints a photograph: blotches with noise, the same for the same extents. */
    public Path photograph(String name, int width, int height) throws IOException {
        Random random = new Random(3);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = 90 + 80 * ((x / 5 + y / 7) % 2) + random.nextInt(40);
                image.setRGB(x, y, red << 16 | (red / 2 + random.nextInt(60)) << 8 | random.nextInt(90));
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** The arguments that run the config here. */
    public String[] running(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", config().toString(), "--runs", runs().toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Runs the config in this JVM. */
    public Outcome run(String... more) {
        return Outcome.of(running(more));
    }

    /** Checks the config in this JVM. */
    public Outcome check(String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", config().toString()));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }

    /** Asserts that one thing is wrong with a key, and that a check and a run tell it in the same words. */
    public void assertRefusedAt(String key, String message, String... more) {
        Outcome checked = check(more);
        assertThat(checked.code()).isEqualTo(ExitCode.INPUT);
        assertThat(checked.err())
                .startsWith("1) " + key + " (")
                .endsWith("): " + message + ".\n")
                .hasLineCount(1);
        assertThat(run(more)).isEqualTo(checked);
        assertThat(runs()).doesNotExist();
    }

    /** Asserts that a run is refused: one message, exit code 2, and no folder of runs is made. */
    public void assertRefused(String message, String... more) {
        assertThat(run(more)).isEqualTo(new Outcome(ExitCode.INPUT, "", message + "\n"));
        assertThat(runs()).doesNotExist();
    }
}
