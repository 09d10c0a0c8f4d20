package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.io.run.MetricsCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Networks that make pictures again. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FastStyleExperimentTest {
    /** A small one for a photograph of 48 x 48 pixels. */
    static final String CONFIG = """
            {
              "type": "fast-style",
              "seed": 5,
              "target": {"image": "photo.png"},
              "contents": [{"image": "content.png"}],
              "objective": {"type": "signature-match", "layers": ["image"],
                            "descriptor": {"type": "sliced-wasserstein", "patch": 3, "directions": 8},
                            "distance": {"type": "standardized-error"}},
              "generator": {"type": "fast-style", "channels": 3, "blocks": 1},
              "size": [24, 24],
              "stop": {"evaluations": 20},
              "optimizer": {"type": "adam", "learning-rate": 0.02},
              "output": {"checkpoint-seconds": 1e-9, "preview-every": 10}
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = Workplace.in(folder);
        place.photograph("content.png", 61, 50);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void learnsToMakeAnyPictureAgain() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        double[] losses = MetricsCsv.read(run.resolve("metrics.csv")).column("loss");
        assertThat(Arrays.stream(losses).skip(15).average().orElseThrow()).isLessThan(losses[0]);
        for (String image : List.of("target", "result", "preview-00010")) {
            assertThat(run.resolve("images/" + image + ".png")).exists();
        }
        Path out = folder.resolve("styled.png");
        Outcome sampled = Outcome.of(
                "sample",
                run.resolve("weights.npz").toString(),
                "--content",
                folder.resolve("content.png").toString(),
                "-o",
                out.toString());

        assertThat(sampled).isEqualTo(new Outcome(ExitCode.DONE, "Wrote " + out + "\n", ""));
        BufferedImage made = ImageIO.read(out.toFile());
        assertThat(List.of(made.getWidth(), made.getHeight())).containsExactly(60, 52);
        assertThat(Outcome.of("sample", run.resolve("weights.npz").toString()).err())
                .isEqualTo("the generator makes pictures again: name one by --content\n");
    }

    @Test
    void refusesWhatCannotBeTrained() {
        assertThat(place.check("-s", "generator={\"type\": \"texture-network\"}", "-s", "size=[32, 32]")
                        .err())
                .contains("must be given a picture: choose the type \"fast-style\"")
                .hasLineCount(2);
        assertThat(place.check("-s", "size=[64, 64]").err()).contains("must be 64 x 64 at least");
        assertThat(place.check("-s", "size=[26, 24]").err()).contains("must be a multiple of 4");
        place.assertRefusedAt("$.batch", "must be at least 1, but is 0", "-s", "batch=0");
        place.assertRefusedAt("$.round", "must be at least 1, but is 0", "-s", "round=0");
    }
}
