package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Player;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdversarialLearnerTest {
    private static final RandomStreams STREAMS = new RandomStreams(3);
    private static final Size SIZE = new Size(16, 16);
    private static final int IMAGES = 2;
    private static final float[] COLOUR = {0.8f, 0.3f, 0.1f};

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
    void comesToTheColourOfThePhotographs() {
        AdversarialLearner learner = learner();
        double before = distance(learner);
        play(learner, 200, learner.start(), step -> {});

        assertThat(distance(learner)).isLessThan(0.6 * before);
    }

    @Test
    void gradientsOfBothPlayersAgreeWithCentralDifferences() {
        AdversarialLearner learner = learner(Normalization.INSTANCE);
        for (Player player : learner.players(adam(), adam())) {
            double[] point = point(player.name(), learner);
            double[] gradient = new double[point.length];
            player.objective().enter(point, Map.of());
            player.objective().at(point, gradient);
            double length = Math.sqrt(Arrays.stream(gradient).map(x -> x * x).sum());
            double above = value(player, point, gradient, 1e-4 / length);
            double below = value(player, point, gradient, -1e-4 / length);

            // kernels compute in 32 bits, and leaky ReLUs have kinks
            assertThat((above - below) / 2e-4).as(player.name()).isCloseTo(length, within(0.03 * length));
            player.objective().settle(point);
        }
    }

    private static double[] point(String player, AdversarialLearner learner) {
        return Objects.requireNonNull(learner.start().arrays().get(player + "/descent.point"));
    }

    private static double value(Player player, double[] point, double[] direction, double step) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return player.objective().at(moved, new double[moved.length]);
    }

    @Test
    void endsWithTheNumbersThatItsGeneratorIsGiven() {
        AdversarialLearner learner = learner();
        double[] critic = point(AdversarialLearner.CRITIC, learner);
        double[] given = point(AdversarialLearner.GENERATOR, learner).clone();
        Arrays.setAll(given, i -> given[i] + 0.5);

        learner.end(given);

        assertThat(point(AdversarialLearner.GENERATOR, learner)).containsExactly(given, within(1e-6));
        assertThat(point(AdversarialLearner.CRITIC, learner)).containsExactly(critic);
    }

    @Test
    void goesOnFromAnyTurnOfEitherPlayerToTheSameBytes() {
        AdversarialLearner whole = learner();
        List<LoopState> states = new ArrayList<>();
        play(whole, 10, whole.start(), new StepListener() {
            @Override
            public void evaluated(Step step) {}

            @Override
            public void iterated(Progress progress) {
                Map<String, double[]> copy = new LinkedHashMap<>();
                progress.state().arrays().forEach((name, array) -> copy.put(name, array.clone()));
                states.add(new LoopState(copy));
            }
        });
        assertThat(states).hasSize(10);
        for (LoopState state : states) {
            AdversarialLearner other = learner();
            play(other, 10, state, step -> {});

            assertThat(point(AdversarialLearner.GENERATOR, other))
                    .containsExactly(point(AdversarialLearner.GENERATOR, whole));
            assertThat(point(AdversarialLearner.CRITIC, other))
                    .containsExactly(point(AdversarialLearner.CRITIC, whole));
            assertThat(other.graph()).usingRecursiveComparison().isEqualTo(whole.graph());
        }
    }

    private static void play(AdversarialLearner learner, int turns, LoopState state, StepListener listener) {
        new Loop(StopRule.afterEvaluations(turns), listener).play(learner.players(adam(), adam()), state);
    }

    private static Adam adam() {
        return Adam.withLearningRate(0.002);
    }

    /** How far the mean colour of what it makes is from that of the photographs. */
    private double distance(AdversarialLearner learner) {
        Image image = learner.generation(1, SIZE, scope)
                .images(STREAMS.part("samples"), 0)
                .get(0);
        double[] mean = image.meanColour();
        double sum = 0;
        for (int c = 0; c < COLOUR.length; c++) {
            sum += Math.abs(mean[c] - COLOUR[c]);
        }
        return sum;
    }

    private AdversarialLearner learner() {
        return learner(Normalization.BATCH);
    }

    private AdversarialLearner learner(Normalization normalization) {
        Generator generator =
                Generator.of(new PeriodicGenerator(2, 2, 1, 8, 2, 3, normalization).graph(STREAMS.stream("network")));
        return new AdversarialLearner(
                generator,
                new Critic(4, 2),
                new GeneratorLearner.Batch(IMAGES, SIZE),
                STREAMS,
                AdversarialLearnerTest::grain,
                scope);
    }

    /** One colour, with a little grain that is another at each step. */
    private static void grain(long step, float[] images) {
        for (int i = 0; i < images.length; i++) {
            images[i] = COLOUR[i % 3] + 0.05f * ((i * 37 + step * 11) % 7 - 3) / 3f;
        }
    }
}
