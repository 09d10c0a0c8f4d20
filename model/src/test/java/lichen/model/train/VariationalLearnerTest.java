package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Adam;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generator;
import lichen.model.generator.Normalization;
import lichen.model.generator.PeriodicGenerator;
import lichen.model.generator.TextureNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VariationalLearnerTest {
    private static final RandomStreams STREAMS = new RandomStreams(3);
    private static final Size SIZE = new Size(16, 16);
    private static final int IMAGES = 2;

    private final TensorScope scope = new TensorScope();

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void learnsToGiveBackWhatItSees() {
        VariationalLearner learner = learner(1e-4);
        List<Step> steps = new ArrayList<>();
        new Loop(StopRule.afterEvaluations(80), steps::add)
                .run(Adam.withLearningRate(0.01), learner.loss(), LoopState.at(learner.start()));

        assertThat(steps.get(79).loss()).isLessThan(0.6 * steps.get(0).loss());
        assertThat(learner.last().reconstruction()).isLessThan(steps.get(79).loss());
    }

    @Test
    void itsGradientAgreesWithCentralDifferences() {
        VariationalLearner learner = learner(0.05);
        double[] point = learner.start();
        double[] gradient = new double[point.length];
        learner.loss().enter(point, Map.of("draws", new double[] {20}));
        learner.loss().at(point, gradient);
        double length = Math.sqrt(Arrays.stream(gradient).map(x -> x * x).sum());
        double step = 1e-3;
        double[] moved = point.clone();
        for (int i = 0; i < point.length; i++) {
            moved[i] = point[i] + step * gradient[i] / length;
        }
        double above = learner.loss().at(moved, new double[point.length]);
        for (int i = 0; i < point.length; i++) {
            moved[i] = point[i] - step * gradient[i] / length;
        }
        double below = learner.loss().at(moved, new double[point.length]);

        assertThat((above - below) / (2 * step)).isCloseTo(length, within(0.02 * length));
    }

    @Test
    void goesOnFromAnyStepToTheSameBytes() {
        VariationalLearner whole = learner(0.01);
        List<LoopState> states = new ArrayList<>();
        new Loop(StopRule.afterEvaluations(5), new StepListener() {
                    @Override
                    public void evaluated(Step step) {}

                    @Override
                    public void iterated(Progress progress) {
                        Map<String, double[]> copy = new LinkedHashMap<>();
                        progress.state().arrays().forEach((name, array) -> copy.put(name, array.clone()));
                        states.add(new LoopState(copy));
                    }
                })
                .run(Adam.withLearningRate(0.01), whole.loss(), LoopState.at(whole.start()));
        assertThat(states).hasSize(5);
        for (LoopState state : states) {
            VariationalLearner other = learner(0.01);
            new Loop(StopRule.afterEvaluations(5), step -> {}).run(Adam.withLearningRate(0.01), other.loss(), state);

            assertThat(other.start()).containsExactly(whole.start());
        }
    }

    @Test
    void leavesAGeneratorThatMakesImagesOfAnySize() {
        VariationalLearner learner = learner(0.01);
        Generator decoder = Generator.of(learner.decoder());
        Image image =
                learner.decoding(1, new Size(24, 8), scope).images(STREAMS, 0).get(0);

        assertThat(decoder.graph().inputs())
                .isEqualTo(Generator.of(spec().graph(STREAMS.stream("decoder")))
                        .graph()
                        .inputs());
        assertThat(image.size()).isEqualTo(new Size(24, 8));
    }

    /** What it makes of the latents of an image is its reconstruction, but for the border. */
    @Test
    void decodesWhatItEncoded() {
        VariationalLearner learner = learner(0.01);
        float[] images = new float[IMAGES * 16 * 16 * 3];
        stripes(0, images);
        Map<String, float[]> latents = learner.encode(images);
        float[] decoded =
                learner.decoding(IMAGES, SIZE, scope).images(latents).get(0).toArray();
        float[] reconstructed = learner.reconstruct(images);
        int middle = (8 * 16 + 8) * 3;

        assertThat(decoded[middle]).isCloseTo(reconstructed[middle], within(1e-4f));
    }

    @Test
    void needsOneMapOfLatents() {
        Generator pyramid =
                Generator.of(new TextureNetwork(3, 2, 1, Normalization.BATCH).graph(STREAMS.stream("network")));

        assertThatThrownBy(() -> VariationalGraph.of(pyramid, 4, 16, STREAMS.stream("encoder")))
                .hasMessageContaining("must read one map of latents to have an encoder, but reads 3");
    }

    private VariationalLearner learner(double divergence) {
        Generator decoder = Generator.of(spec().graph(STREAMS.stream("decoder")));
        return new VariationalLearner(
                VariationalGraph.of(decoder, 4, SIZE.width(), STREAMS.stream("encoder")),
                new GeneratorLearner.Batch(IMAGES, SIZE),
                STREAMS,
                new VariationalLearner.Lesson(
                        VariationalLearnerTest::stripes,
                        VariationalLearnerTest::squares,
                        new LatentDivergence(divergence, 3)),
                scope);
    }

    private static PeriodicGenerator spec() {
        return new PeriodicGenerator(2, 2, 0, 8, 2, 3, Normalization.BATCH);
    }

    /** Stripes of two colours, across or down. */
    private static void stripes(long step, float[] images) {
        int each = images.length / IMAGES;
        for (int i = 0; i < images.length; i++) {
            int pixel = i % each / 3;
            int place = (i / each + step) % 2 == 0 ? pixel % 16 : pixel / 16;
            images[i] = place / 4 % 2 == 0 ? 0.2f + 0.2f * (i % 3) : 0.5f;
        }
    }

    private static double squares(double[] made, double[] wanted, double[] gradient) {
        double sum = 0;
        for (int k = 0; k < made.length; k++) {
            double difference = made[k] - wanted[k];
            gradient[k] = 2 * difference / made.length;
            sum += difference * difference / made.length;
        }
        return sum;
    }
}
