package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import lichen.core.optimizer.Bounds;
import lichen.core.optimizer.ConstantRate;
import lichen.core.optimizer.Objective;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generator;
import lichen.model.generator.Normalization;
import lichen.model.generator.TextureNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratorLearnerTest {
    private static final RandomStreams STREAMS = new RandomStreams(3);
    private static final Adam ADAM =
            new Adam(0.01, new ConstantRate(), Optional.empty(), 0.9, 0.999, 1e-8, Bounds.none());
    private static final double[] COLOUR = {0.8, 0.3, 0.1};

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
    void learnsWhatIsAskedOfEachImage() {
        GeneratorLearner learner = learner(0);
        List<Step> steps = new ArrayList<>();
        new Loop(StopRule.afterEvaluations(60), steps::add).run(ADAM, learner.loss(), LoopState.at(learner.start()));

        assertThat(steps.get(59).loss()).isLessThan(0.1 * steps.get(0).loss());
    }

    @Test
    void keepsImagesApartWhereItIsAskedTo() {
        assertThat(spread(learner(1))).isGreaterThan(2 * spread(learner(0)));
    }

    @Test
    void goesOnFromAnyStepToTheSameBytes() {
        GeneratorLearner whole = learner(1);
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
                .run(ADAM, whole.loss(), LoopState.at(whole.start()));
        assertThat(states).hasSize(5);
        for (LoopState state : states) {
            GeneratorLearner other = learner(1);
            new Loop(StopRule.afterEvaluations(5), step -> {}).run(ADAM, other.loss(), state);

            assertThat(other.start()).containsExactly(whole.start());
        }
    }

    /** Biases that a normalisation takes away stay as they are. */
    @Test
    void learnsNothingThatHasNoEffect() {
        GeneratorLearner learner = learner(0);
        long all = learner.graph().nodes().stream()
                .flatMap(node -> node.operation().numbers().values().stream())
                .mapToLong(array -> array.values().length)
                .sum();

        assertThat((long) learner.start().length).isEqualTo(all - 3 * (2 + 2 + 4));
    }

    /** How far two images are from each other after some steps, as a mean squared difference. */
    private double spread(GeneratorLearner learner) {
        new Loop(StopRule.afterEvaluations(60), step -> {}).run(ADAM, learner.loss(), LoopState.at(learner.start()));
        List<Image> images = learner.generation().images(STREAMS.part("samples"), 0);
        float[] one = images.get(0).toArray();
        float[] other = images.get(1).toArray();
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum / one.length;
    }

    private GeneratorLearner learner(double diversity) {
        Generator generator =
                Generator.of(new TextureNetwork(2, 2, 1, Normalization.BATCH).graph(STREAMS.stream("network")));
        return new GeneratorLearner(
                generator,
                new GeneratorLearner.Batch(2, new Size(8, 8)),
                STREAMS,
                lesson(new PairwiseDiversity(diversity, 0.05)),
                scope);
    }

    private static Lesson lesson(PairwiseDiversity diversity) {
        return new Lesson() {
            @Override
            public Objective asked(long step, int image) {
                return colour();
            }

            @Override
            public double together(long step, float[] images, float[] gradient) {
                return diversity.add(images, new PairwiseDiversity.Group(0, 2, 2), gradient);
            }
        };
    }

    /** Every pixel of one colour: content with one image for all noise. */
    private static Objective colour() {
        return (pixels, gradient) -> {
            double sum = 0;
            for (int i = 0; i < pixels.length; i++) {
                double difference = pixels[i] - COLOUR[i % 3];
                gradient[i] = 2 * difference / pixels.length;
                sum += difference * difference;
            }
            return sum / pixels.length;
        };
    }
}
