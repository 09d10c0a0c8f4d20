package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.app.cli.PluginJar;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loss with a picture of its own, in a jar of its own: what a researcher writes who wants to transfer a style. */
class ContentPluginTest {
    private static final String TERM = """
            package moss;

            import java.io.IOException;
            import java.util.List;
            import java.util.Map;
            import lichen.core.diff.Differentiable;
            import lichen.core.diff.Evaluation;
            import lichen.core.feature.Architecture;
            import lichen.core.feature.FeatureMaps;
            import lichen.core.image.Picture;
            import lichen.core.plugin.Summary;
            import lichen.core.tensor.TensorScope;
            import lichen.synthesis.objective.LossTerm;
            import lichen.synthesis.objective.Targets;
            import org.nd4j.linalg.api.ndarray.INDArray;

            @Summary("the image should look like a picture, as a layer sees it")
            public record Content(Picture picture, String layer) implements LossTerm {
                @Override
                public List<String> layers(Architecture architecture) {
                    return List.of(layer);
                }

                @Override
                public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
                    INDArray wanted = scope.copyOf(targets.overlay(picture, List.of(layer)).layer(layer));
                    return maps -> {
                        INDArray difference = maps.layer(layer).sub(wanted);
                        double loss = difference.mul(difference).meanNumber().doubleValue();
                        return new Evaluation<>(loss, cotangent ->
                                new FeatureMaps(Map.of(layer, difference.mul(2 * cotangent / difference.length()))));
                    };
                }
            }
            """;

    private static final String MODULE = """
            package moss;

            import com.google.inject.Binder;
            import com.google.inject.Module;
            import lichen.core.plugin.VariantBinder;
            import lichen.synthesis.objective.Loss;

            public final class MossModule implements Module {
                @Override
                public void configure(Binder binder) {
                    VariantBinder.in(binder).bind(Loss.class, "likeness", Content.class);
                }
            }
            """;

    private static final String OBJECTIVE =
            "objective={\"type\": \"likeness\", \"picture\": {\"image\": \"%s\"}," + " \"layer\": \"image\"}";

    @TempDir
    private Path folder;

    private Path jar = Path.of("");
    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
        place.photograph("other.png", 64, 64);
        jar = PluginJar.registering("moss.MossModule")
                .source("moss.Content", TERM)
                .source("moss.MossModule", MODULE)
                .build(folder.resolve("moss.jar"));
    }

    @Test
    void makesAnImageLikeThePictureThatTheTermNames() throws IOException {
        String[] arguments = place.running("-s", objective("other.png"), "-s", "stop.evaluations=12");

        Outcome outcome = PluginJar.with(jar, () -> Outcome.of(arguments));

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        List<String> losses = Files.readAllLines(place.runs().resolve("tiny/metrics.csv"));
        double first = Double.parseDouble(losses.get(1).split(",", -1)[1]);
        double last = Double.parseDouble(losses.get(losses.size() - 1).split(",", -1)[1]);
        assertThat(last).isLessThan(0.001 * first);
    }

    @Test
    void tellsAPictureThatIsNotThereBeforeAnythingIsComputed() {
        String[] arguments = place.running("-s", objective("gone.png"));

        Outcome outcome = PluginJar.with(jar, () -> Outcome.of(arguments));

        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err())
                .contains("objective.picture.image")
                .contains("gone.png")
                .hasLineCount(1);
        assertThat(place.runs()).doesNotExist();
    }

    private String objective(String picture) {
        return OBJECTIVE.replace("%s", folder.resolve(picture).toString().replace('\\', '/'));
    }
}
