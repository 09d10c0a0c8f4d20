package lichen.app.experiment.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.bundled.Wiring;
import lichen.app.experiment.training.WeightsManifest;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.ImageCodec;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.generator.Normalization;
import lichen.model.generator.PeriodicGenerator;
import lichen.model.program.Parameters;
import lichen.model.train.PairwiseDiversity;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
    private static final RandomStreams STREAMS = new RandomStreams(3);
    private static final ImageCodec CODEC = Wiring.injector().getInstance(ImageCodec.class);
    private static final String COLOURS = "colours/weights";

    private final TensorScope scope = new TensorScope();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    /** A generator whose last weights are 0 makes one grey of all latents. */
    @Test
    void noticeImagesThatBecomeAlikeAndKeepWhatMadeOthers() throws IOException {
        Generator generator = Generator.of(
                new PeriodicGenerator(2, 2, 0, 8, 2, 3, Normalization.INSTANCE).graph(STREAMS.stream("network")));
        Parameters parameters = Parameters.of(generator.graph(), scope);
        float[] colours = parameters.value(COLOURS).dup().data().asFloat();
        try (RunDirectory run = RunDirectory.create(Files.createDirectories(folder.resolve("runs")), "one", "{}")) {
            try (Previews previews = previews(run, generator, parameters, 0)) {
                parameters.value(COLOURS).assign(0);
                previews.show(10);
                assertThat(previews.haveCollapsed()).isFalse();
                parameters
                        .value(COLOURS)
                        .assign(scope.of(colours, parameters.value(COLOURS).shape()));
                previews.show(20);
                assertThat(WeightsManifest.file(run)).exists();
                parameters.value(COLOURS).assign(0);
                previews.show(30);
                previews.show(40);
                assertThat(previews.haveCollapsed()).isFalse();
                previews.show(50);
                assertThat(previews.haveCollapsed()).isTrue();
            }
            try (Previews resumed = previews(run, generator, parameters, 50)) {
                assertThat(resumed.haveCollapsed()).isTrue();
                assertThat(resumed.collapse()).contains("by step 50").contains("that of step 20");
                assertThat(WeightsFile.read(FileReference.to(WeightsManifest.file(run)))
                                .graph())
                        .usingRecursiveComparison()
                        .isEqualTo(generator.graph());
            }
            try (Previews earlier = previews(run, generator, parameters, 45)) {
                assertThat(earlier.haveCollapsed()).isFalse();
            }
        }
    }

    private Previews previews(RunDirectory run, Generator generator, Parameters parameters, long last)
            throws IOException {
        Session session = new Session(run, CODEC, ProgressDisplay.none(), stop -> {}, true);
        Generation generation = Generation.following(generator, parameters, 1, new Size(16, 16), scope);
        Previews.Keeper keeper =
                (step, view) -> new WeightsManifest(Map.of(Previews.STEPS, Integer.toString(step)), Map.of())
                        .write(parameters.graph(), run);
        return new Previews(session, () -> view(generation), 3, keeper, last);
    }

    private static Subject.View view(Generation generation) {
        List<Image> made = Samples.of(generation, STREAMS, 4);
        return new Subject.View(Samples.sheet(made), new PairwiseDiversity(1, 0.01).likeness(made));
    }
}
