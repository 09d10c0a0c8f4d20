package lichen.app.experiment.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.Border;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Lbfgs;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Gram;
import lichen.descriptor.SquaredError;
import lichen.model.generator.Normalization;
import lichen.model.generator.TextureNetwork;
import lichen.model.spec.ImageItself;
import lichen.model.weights.WeightsFile;
import lichen.synthesis.objective.Frame;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.MappedObjective;
import lichen.synthesis.objective.ObjectiveRounds;
import lichen.synthesis.objective.SignatureMatch;
import lichen.synthesis.objective.Sources;
import lichen.synthesis.parameterization.CoordinateContext;
import lichen.synthesis.parameterization.Coordinates;
import lichen.synthesis.parameterization.Parameterization;
import lichen.synthesis.parameterization.ParameterizationContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorNoiseTest extends ParameterizationContract {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeWeights() throws IOException {
        Backend.start(BackendChoice.CPU, false);
        try (OutputStream out = Files.newOutputStream(folder.resolve("weights.npz"))) {
            new WeightsFile(
                            new TextureNetwork(2, 3, 2, Normalization.INSTANCE)
                                    .graph(new RandomStreams(2).stream("network")),
                            Map.of())
                    .write(out);
        }
    }

    @Override
    protected Parameterization parameterization() {
        return new GeneratorNoise(FileReference.to(folder.resolve("weights.npz")), 3);
    }

    @Override
    protected boolean hasInverse() {
        return false;
    }

    @Override
    protected int unit() {
        return 2;
    }

    /** Networks compute in 32 bits. */
    @Override
    protected Precision precision() {
        return new Precision(1e-3, 5e-3);
    }

    @Test
    void keepsNoiseWithinItsBound() throws IOException {
        Size size = new Size(8, 8);
        try (TensorScope scope = new TensorScope()) {
            Coordinates bounded = parameterization().open(size, new CoordinateContext(new SplittableRandom(1), scope));
            Coordinates free = new GeneratorNoise(FileReference.to(folder.resolve("weights.npz")), 0)
                    .open(size, new CoordinateContext(new SplittableRandom(1), scope));
            double[] far = bounded.begin(Image.of(8, 8, new float[8 * 8 * 3]));
            Arrays.fill(far, 1000);
            double[] bound = far.clone();
            Arrays.fill(bound, 3);
            double[] start = bounded.begin(Image.of(8, 8, new float[8 * 8 * 3]));

            assertThat(bounded.image(far).toArray())
                    .containsExactly(free.image(bound).toArray(), within(1e-5f));
            assertThat(bounded.image(start).toArray())
                    .containsExactly(
                            free.image(free.begin(Image.of(8, 8, new float[8 * 8 * 3])))
                                    .toArray(),
                            within(0.02f));
        }
    }

    /** The third paradigm: an image as a by-product of optimising noise, by the loop that optimises pixels. */
    @Test
    void isOptimisedUntilADescriptorMatches() throws IOException {
        Size size = new Size(16, 16);
        try (TensorScope scope = new TensorScope()) {
            Coordinates coordinates =
                    parameterization().open(size, new CoordinateContext(new SplittableRandom(1), scope));
            double[] start = coordinates.begin(Image.of(16, 16, new float[16 * 16 * 3]));
            double[] other = start.clone();
            Arrays.setAll(other, i -> start[start.length - 1 - i]);
            Loss gram = new SignatureMatch(List.of("image"), new Gram(), new SquaredError(Map.of(), false), 2, false);
            Sources sources = Sources.of(
                    new ImageItself().open(new RandomStreams(1).stream("network")), coordinates.image(other));
            MappedObjective objective = new MappedObjective(
                    coordinates.map(),
                    ObjectiveRounds.of(gram, sources, new Frame(size, Border.CIRCULAR), scope)
                            .at(0));
            double before = objective.at(start, new double[start.length]);

            Minimum minimum = new Loop(StopRule.afterEvaluations(60), step -> {})
                    .run(Lbfgs.withHistory(8), objective, LoopState.at(start));

            assertThat(minimum.loss()).isLessThan(0.05 * before);
        }
    }
}
