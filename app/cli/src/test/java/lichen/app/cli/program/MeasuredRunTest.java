package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Textures that are scored when they are made. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class MeasuredRunTest {
    private static final String MEASURES =
            "measures=[{\"type\": \"colour\"}, {\"type\": \"seam\"}, {\"type\": \"vgg-gram\", \"weights\": \"%s\", \"scaling\": \"imagenet-bgr\"}]";
    private static final String WEIGHTS = "bundled:test-classifier.h5";

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    @Test
    void reportsTheScoresAndFlagsWhatWasOptimised() throws IOException {
        place.photograph("photo.png", 96, 80);

        Outcome outcome = run(
                String.format(Locale.ROOT, MEASURES, WEIGHTS),
                "-s",
                "target.crop=[0,0,40,40]",
                "-s",
                "network={\"type\": \"keras\", \"weights\": \"" + WEIGHTS + "\"}",
                "-s",
                "objective.layers=[\"all-convolutions\"]");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("measured");
        assertThat(Files.readAllLines(run.resolve("scores.csv")))
                .anyMatch(line -> line.startsWith("colour,QUALITY,HALF,"))
                .anyMatch(line -> line.startsWith("seam,OTHER,FULL,"));
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("colour half", "geometric mean", "geometric mean, not optimised", "vgg-gram (optimised)")
                .doesNotContain("colour (optimised)");
    }

    @Test
    void tellsBeforeItBeginsThatThePhotographIsTooSmall() throws IOException {
        place.photograph("photo.png", 48, 48);

        Outcome outcome = run("measures=[{\"type\": \"colour\"}]");

        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).contains("$.target", "must be at least 64 x 32 pixels to be measured");
        assertThat(place.runs().resolve("measured")).doesNotExist();
    }

    private Outcome run(String measures, String... settings) {
        String[] words = {
            "run", place.config().toString(), "--runs", place.runs().toString(), "--name", "measured", "-s", measures
        };
        String[] all = Arrays.copyOf(words, words.length + settings.length);
        System.arraycopy(settings, 0, all, words.length, settings.length);
        return Outcome.of(all);
    }
}
