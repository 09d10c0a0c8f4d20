package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.io.run.MetricsCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Textures learned by other coordinates than pixels. */
class FourierRunTest {
    private static final List<String> COMMON = List.of(
            "-s", "start={\"type\": \"gaussian-noise\"}",
            "-s", "optimizer={\"type\": \"adam\", \"learning-rate\": 0.05}",
            "-s", "stop.evaluations=40");

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    @Test
    void startsAtTheSameLossAsInPixelsAndGoesDown() throws IOException {
        double[] pixels = losses("pixels");
        double[] fourier = losses("fourier");

        // The same image but for numbers at the very ends of the range.
        assertThat(fourier[0]).isCloseTo(pixels[0], within(1e-3 * pixels[0]));
        assertThat(Arrays.stream(fourier).min().orElseThrow()).isLessThan(0.2 * fourier[0]);
        assertThat(place.runs().resolve("fourier/images/result.png")).exists();
    }

    private double[] losses(String parameterization) throws IOException {
        Outcome outcome = place.run(Stream.concat(
                        COMMON.stream(),
                        Stream.of("--name", parameterization, "-s", "parameterization.type=" + parameterization))
                .toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        return MetricsCsv.read(place.runs().resolve(parameterization).resolve("metrics.csv"))
                .column("loss");
    }
}
