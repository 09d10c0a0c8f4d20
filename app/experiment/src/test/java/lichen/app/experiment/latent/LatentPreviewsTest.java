package lichen.app.experiment.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.bundled.Wiring;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Size;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentPreviewsTest {
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
            try (LatentPreviews previews = previews(run, generator, parameters, 0)) {
                parameters.value(COLOURS).assign(0);
                previews.look(10, parameters.graph());
                assertThat(previews.haveCollapsed()).isFalse();
                parameters
                        .value(COLOURS)
                        .assign(scope.of(colours, parameters.value(COLOURS).shape()));
                previews.look(20, parameters.graph());
                assertThat(previews.good()).isEqualTo(20);
                parameters.value(COLOURS).assign(0);
                previews.look(30, parameters.graph());
                previews.look(40, parameters.graph());
                assertThat(previews.haveCollapsed()).isFalse();
                previews.look(50, parameters.graph());
                assertThat(previews.haveCollapsed()).isTrue();
            }
            try (LatentPreviews resumed = previews(run, generator, parameters, 50)) {
                assertThat(resumed.haveCollapsed()).isTrue();
                assertThat(resumed.good()).isEqualTo(20);
                assertThat(resumed.goodGraph()).usingRecursiveComparison().isEqualTo(generator.graph());
            }
            try (LatentPreviews earlier = previews(run, generator, parameters, 45)) {
                assertThat(earlier.haveCollapsed()).isFalse();
            }
        }
    }

    private LatentPreviews previews(RunDirectory run, Generator generator, Parameters parameters, long last)
            throws IOException {
        Session session = new Session(run, CODEC, ProgressDisplay.none(), stop -> {}, true);
        Generation generation = Generation.following(generator, parameters, 1, new Size(16, 16), scope);
        return new LatentPreviews(session, generation, STREAMS, new PairwiseDiversity(1, 0.01), last);
    }
}
