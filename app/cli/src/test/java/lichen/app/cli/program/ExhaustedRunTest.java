package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.PluginJar;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that the machine's memory does not suffice for: what was reached is kept, and the run says why it ended. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ExhaustedRunTest {
    private static final String OPTIMIZER = """
            package moss;

            import lichen.core.optimizer.Objective;
            import lichen.core.optimizer.Descent;
            import lichen.core.optimizer.DescentState;
            import lichen.core.optimizer.Lbfgs;
            import lichen.core.optimizer.Optimizer;

            /** L-BFGS until a step, or an image, that is too much for it. */
            public record Exhausting(int steps, int numbers) implements Optimizer {
                @Override
                public Descent from(DescentState state) {
                    if (state.array(DescentState.POINT).length > numbers) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    Descent descent = Lbfgs.withHistory(5).from(state);
                    return new Descent() {
                        private int made;

                        @Override
                        public Outcome step(Objective objective) {
                            made++;
                            if (made > steps) {
                                throw new OutOfMemoryError("Java heap space");
                            }
                            return descent.step(objective);
                        }

                        @Override
                        public DescentState state() {
                            return descent.state();
                        }
                    };
                }
            }
            """;
    private static final String MEASURE = """
            package moss;

            import lichen.app.quality.Gauge;
            import lichen.app.quality.Measure;

            /** A measure that is too much for the machine. */
            public record Huge() implements Measure {
                @Override
                public Gauge open() {
                    return (image, photograph) -> {
                        throw new OutOfMemoryError("Java heap space");
                    };
                }
            }
            """;
    private static final String MODULE = """
            package moss;

            public final class ExhaustingModule implements com.google.inject.Module {
                @Override
                public void configure(com.google.inject.Binder binder) {
                    lichen.core.plugin.VariantBinder.in(binder)
                            .bind(lichen.core.optimizer.Optimizer.class, "exhausting", Exhausting.class)
                            .bind(lichen.app.quality.Measure.class, "huge", Huge.class);
                }
            }
            """;
    private static final String SENTENCE = "The memory does not suffice (Java heap space): make a smaller image"
            + " (-s size=[256,256]), look at less of the photograph (-s target.crop=[0,0,512,512]) or at a smaller copy of it"
            + " (-s target.size=[512,512]), or give Java more (LICHEN_JAVA_OPTS=-Xmx8g)";

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));
    private Path jar = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
        jar = PluginJar.registering("moss.ExhaustingModule")
                .source("moss.Exhausting", OPTIMIZER)
                .source("moss.Huge", MEASURE)
                .source("moss.ExhaustingModule", MODULE)
                .build(folder.resolve("exhausting.jar"));
    }

    @Test
    void anErrorEndsTheRunAndKeepsTheBestImage() throws IOException {
        assertFailed(run("optimizer={\"type\": \"exhausting\", \"steps\": 3, \"numbers\": 1000000}"));

        assertThat(result()).isEqualTo("48 x 48");
        assertThat(place.runs().resolve("tiny/metrics.csv")).content().hasLineCount(4);
    }

    @Test
    void anErrorInALaterStageKeepsTheImageOfTheStageBefore() throws IOException {
        assertFailed(run(
                "stages=[{\"scale\": 0.5, \"evaluations\": 5}, {\"scale\": 1, \"evaluations\": 5}]",
                "-s",
                "optimizer={\"type\": \"exhausting\", \"steps\": 9, \"numbers\": 1728}"));

        assertThat(result()).isEqualTo("48 x 48");
        assertThat(place.runs().resolve("tiny/images/stage-1.png")).exists();
    }

    @Test
    void whatIsMeasuredLaterTakesNothingWithIt() throws IOException {
        place.photograph("photo.png", 96, 96);
        assertFailed(run("measures=[{\"type\": \"huge\"}]"));

        assertThat(result()).isEqualTo("96 x 96");
        assertThat(Files.readString(place.runs().resolve("tiny/report.html"))).contains("lowest loss");
    }

    @Test
    void theEndOfARunNeedsNoMoreMemoryThanItsMiddle() throws IOException, InterruptedException {
        // 220 vectors of 128 x 128 x 3 numbers are 87 MB: a copy of them would not fit.
        Outcome outcome = Outcome.ofFreshJvm(
                folder,
                jar,
                List.of("-Xmx160m"),
                place.running(
                        "-s",
                        "size=[128,128]",
                        "-s",
                        "optimizer.history=110",
                        "-s",
                        "stop.evaluations=140",
                        "-s",
                        "output.checkpoint-seconds=0"));

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    }

    private Outcome run(String... settings) {
        String[] arguments = new String[settings.length + 1];
        arguments[0] = "-s";
        System.arraycopy(settings, 0, arguments, 1, settings.length);
        return PluginJar.with(jar, () -> place.run(arguments));
    }

    private void assertFailed(Outcome outcome) throws IOException {
        assertThat(outcome).isEqualTo(new Outcome(ExitCode.INPUT, "", SENTENCE + "\n"));
        assertThat(Files.readString(place.runs().resolve("tiny/manifest.json")))
                .contains("\"status\": \"failed\"", SENTENCE);
        assertThat(Files.readString(place.runs().resolve("tiny/report.html")))
                .contains("This run failed. The memory does not suffice");
    }

    private String result() throws IOException {
        var image = ImageIO.read(place.runs().resolve("tiny/images/result.png").toFile());
        return image.getWidth() + " x " + image.getHeight();
    }
}
