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

class TrainingSetsExperimentTest {
    private static final String CONFIG = """
            {
              "type": "training-sets",
              "target": {"image": "target.png"},
              "sets": [
                {"name": "coarse", "data": {"type": "patches", "photographs": ["photo.png"], "side": [20, 24], "size": 16}},
                {"name": "fine", "data": {"type": "patches", "photographs": ["photo.png"], "side": [16, 16], "size": 16}}
              ],
              "network": {"type": "fcn", "blocks": [{"filters": 4, "kernel": 3, "batch-normalization": true},
                                                    {"filters": 3, "kernel": 1}]},
              "batch": 2,
              "training": {"stop": {"epochs": 1}},
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
        place.photograph("photo.png", 64, 64);
        place.photograph("target.png", 32, 32);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void drawsTheTextureThroughEachNetworkAndTheUntrainedOne() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(ImageIO.read(run.resolve("images/training-sets.png").toFile())
                        .getWidth())
                .isEqualTo(12 + 4 * (32 + 12));
        assertThat(run.resolve("parts/train-fine/weights.npz")).exists();
        assertThat(run.resolve("parts/learn-untrained/images/result.png")).exists();
        assertThat(run.resolve("parts/learn-coarse/images/result.png"))
                .binaryContent()
                .isNotEqualTo(Files.readAllBytes(run.resolve("parts/learn-untrained/images/result.png")));
        assertThat(run.resolve("report.html")).content().contains("learn-fine: lowest ", "coarse: lowest ");
    }

    @Test
    void refusesTwoSetsOfOneName() {
        assertThat(place.run("-s", "sets.1.name=coarse").err())
                .startsWith("1) $.sets ")
                .contains("must have different names, but two are coarse");
        assertThat(place.runs()).doesNotExist();
    }

    @Test
    void saysWhichSetCannotBeCut() {
        assertThat(place.run("-s", "sets.1.data.side=[100, 200]").err()).startsWith("1) $.sets[1].data.side ");
        assertThat(place.runs()).doesNotExist();
    }
}
