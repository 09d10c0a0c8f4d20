package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Latents that are optimised, beside pixels for the same. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PreferredInputTest {
    static final String CONFIG = """
            {
              "type": "preferred-input",
              "target": {"image": "photo.png"},
              "objective": {"type": "signature-match", "layers": ["image"], "descriptor": {"type": "gram"},
                            "distance": {"type": "squared-error", "normalize": true}},
              "training": {
                "type": "texture-network",
                "target": {"image": "photo.png"},
                "objective": {"type": "signature-match", "layers": ["image"], "descriptor": {"type": "gram"},
                              "distance": {"type": "squared-error", "normalize": true}},
                "generator": {"type": "texture-network", "scales": 2, "channels": 2},
                "size": [16, 16],
                "batch": 1,
                "stop": {"evaluations": 3}
              },
              "size": [16, 16],
              "samples": 5,
              "stop": {"evaluations": 12}
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = Workplace.in(folder);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void findsLatentsThatSuitBetterThanAnySample() {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(run.resolve("images/preferred-input.png")).exists();
        assertThat(run.resolve("report.html")).content().contains("what each came to", "pixels", "latents");
        Matcher losses = Pattern.compile("of latents (\\S+), of the best of 5 samples (\\S+)")
                .matcher(outcome.out());
        assertThat(losses.find()).as(outcome.out()).isTrue();
        assertThat(Double.parseDouble(losses.group(1))).isLessThan(Double.parseDouble(losses.group(2)));

        Path weights = run.resolve("parts/training/weights.npz");
        Outcome ofWeights = place.run("--name", "inverted", "-s", "weights=" + weights);
        assertThat(ofWeights.code()).as(ofWeights.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void needsAGenerator() throws IOException {
        Files.writeString(place.config(), """
                {"type": "preferred-input", "target": {"image": "photo.png"}, "size": [16, 16],
                 "objective": {"type": "total-variation"}}
                """);
        assertThat(place.run().err())
                .contains(
                        "must be given, or training in their place: name a generator, or an experiment that trains one");
    }
}
