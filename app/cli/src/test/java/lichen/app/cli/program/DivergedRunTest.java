package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.app.cli.Outcome;
import lichen.app.cli.PluginJar;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An objective that turns into not-a-number: the best image is kept, and the run says why it ended. */
class DivergedRunTest {
    private static final String DISTANCE = """
            package moss;

            import lichen.core.diff.Evaluation;
            import lichen.core.tensor.TensorScope;
            import lichen.descriptor.Distance;
            import lichen.descriptor.Euclidean;
            import lichen.descriptor.Signature;

            public record Fading(int sound) implements Distance {
                private static int evaluations;

                @Override
                public Evaluation<Signature, Double> between(Signature signature, Signature target, TensorScope scope) {
                    Evaluation<Signature, Double> usual = new Euclidean().between(signature, target, scope);
                    evaluations++;
                    return evaluations > sound ? new Evaluation<>(Double.NaN, usual.pullback()) : usual;
                }
            }
            """;
    private static final String MODULE = """
            package moss;

            public final class FadingModule implements com.google.inject.Module {
                @Override
                public void configure(com.google.inject.Binder binder) {
                    lichen.core.plugin.VariantBinder.in(binder).bind(lichen.descriptor.Distance.class, "fading", Fading.class);
                }
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));
    private Path jar = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
        jar = PluginJar.registering("moss.FadingModule")
                .source("moss.Fading", DISTANCE)
                .source("moss.FadingModule", MODULE)
                .build(folder.resolve("fading.jar"));
    }

    @Test
    void keepsTheBestImageWhereItCannotRecover() throws IOException {
        Outcome outcome = runWith(8);
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err())
                .startsWith("the loss was not a number, infinite or exploded at evaluation ")
                .contains("again after going back 5 times to the best, ")
                .hasLineCount(1);
        Path run = place.runs().resolve("tiny");
        assertThat(Files.readString(run.resolve("manifest.json")))
                .contains("\"status\": \"failed\"", outcome.err().strip());
        assertThat(Files.readString(run.resolve("report.html"))).contains("failed");
        assertThat(run.resolve("images/result.png")).isNotEmptyFile();
    }

    @Test
    void saysThatTheStartItselfIsNotFinite() throws IOException {
        Outcome outcome = runWith(0);
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        ExitCode.INPUT,
                        "",
                        "the loss or its gradient is not finite at evaluation 1, the start itself; check the start image, the"
                                + " target and the weights of the network\n"));
        Path run = place.runs().resolve("tiny");
        assertThat(Files.readString(run.resolve("manifest.json"))).contains("\"status\": \"failed\"");
        assertThat(run.resolve("report.html")).isNotEmptyFile();
        assertThat(run.resolve("images/result.png")).doesNotExist();
    }

    private Outcome runWith(int soundEvaluations) {
        return PluginJar.with(
                jar,
                () -> place.run(
                        "-s",
                        "objective.distance={\"type\": \"fading\", \"sound\": " + soundEvaluations + "}",
                        "-s",
                        "stop.evaluations=200"));
    }
}
