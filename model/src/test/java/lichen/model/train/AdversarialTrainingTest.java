package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Player;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.core.loop.StopRule;
import lichen.core.npy.NdArray;
import lichen.core.optimizer.Adam;
import lichen.core.optimizer.Bounds;
import lichen.core.optimizer.ConstantRate;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Dense;
import lichen.model.operation.LeakyRelu;
import lichen.model.program.Compiler;
import lichen.model.program.Parameters;
import lichen.model.program.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Two networks against each other, as the loop's two players: one makes colours of noise, the other tells them from colours
 * that lie around one mean. The losses are those of Goodfellow et al., "Generative adversarial nets" (2014), section 3, that of the
 * generator not saturating.
 */
class AdversarialTrainingTest {
    private static final int BATCH = 64;
    private static final int LATENT = 4;
    private static final double[] MEAN = {0.7, 0.2, -0.4};
    private static final double DEVIATION = 0.15;

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Test
    void theGeneratorComesToTheMeanAndTheSpreadOfWhatItImitates() {
        try (TensorScope scope = new TensorScope()) {
            Game game = new Game(scope);
            new Loop(StopRule.afterEvaluations(1600), step -> {}).play(game.players(), game.beginning());
            double[] sum = new double[3];
            double[] squares = new double[3];
            int batches = 40;
            for (int batch = 0; batch < batches; batch++) {
                double[] made = game.generate(new Random(batch + 1_000_000L));
                for (int i = 0; i < made.length; i++) {
                    sum[i % 3] += made[i] / (batches * BATCH);
                    squares[i % 3] += made[i] * made[i] / (batches * BATCH);
                }
            }

            assertThat(sum).containsExactly(MEAN, within(0.1));
            for (int i = 0; i < 3; i++) {
                assertThat(Math.sqrt(squares[i] - sum[i] * sum[i])).isBetween(0.3 * DEVIATION, 2 * DEVIATION);
            }
        }
    }

    @Test
    void goesOnInTheMiddleOfARoundToTheSameBytes() {
        try (TensorScope scope = new TensorScope()) {
            Game whole = new Game(scope);
            new Loop(StopRule.afterEvaluations(30), step -> {}).play(whole.players(), whole.beginning());
            Game first = new Game(scope);
            LoopState[] last = new LoopState[1];
            new Loop(StopRule.afterEvaluations(13), new StepListener() {
                        @Override
                        public void evaluated(Step step) {}

                        @Override
                        public void ended(Progress progress) {
                            last[0] = progress.state();
                        }
                    })
                    .play(first.players(), first.beginning());
            Game second = new Game(scope);
            new Loop(StopRule.afterEvaluations(30), step -> {}).play(second.players(), last[0]);

            assertThat(second.generator.point()).isEqualTo(whole.generator.point());
            assertThat(second.discriminator.point()).isEqualTo(whole.discriminator.point());
        }
    }

    /** Both networks, and the programs by which each learns. */
    private static final class Game {
        final Parameters generator;
        final Parameters discriminator;
        private final Program making;
        private final Program telling;
        private final Program teaching;
        private final INDArray verdicts;
        private final INDArray blame;

        Game(TensorScope scope) {
            Random random = new Random(3);
            Graph maker = network("noise", LATENT, 3, random);
            Graph judge = network("colour", 3, 1, random);
            generator = Parameters.of(maker, scope);
            discriminator = Parameters.of(judge, scope);
            making = Compiler.of(maker).batch(BATCH).learning(generator).compile(List.of("out"), scope);
            telling =
                    Compiler.of(judge).batch(2 * BATCH).learning(discriminator).compile(List.of("out"), scope);
            teaching = Compiler.of(judge)
                    .batch(BATCH)
                    .reading(discriminator)
                    .gradientOf("colour")
                    .compile(List.of("out"), scope);
            verdicts = scope.array(2 * BATCH, 1, 1, 1);
            blame = scope.array(BATCH, 1, 1, 1);
        }

        List<Player> players() {
            Adam adam = new Adam(0.004, new ConstantRate(), Optional.empty(), 0, 0.99, 1e-8, Bounds.none());
            return List.of(
                    new Player("discriminator", adam, new WeightLoss(discriminator, telling, this::tell)),
                    new Player("generator", adam, new WeightLoss(generator, making, this::deceive)));
        }

        LoopState beginning() {
            Map<String, double[]> points = new LinkedHashMap<>();
            points.put("discriminator", discriminator.point());
            points.put("generator", generator.point());
            return LoopState.at(points);
        }

        double[] generate(Random random) {
            HostMemory.write(random.doubles((long) BATCH * LATENT, -1, 1).toArray(), making.input("noise"));
            return HostMemory.toDoubles(
                    making.at(new FeatureMaps(Map.of())).value().layer("out"));
        }

        /** log(1 + exp(-D(x))) + log(1 + exp(D(G(z)))). */
        private double tell(long draw) {
            Random random = new Random(draw);
            double[] colours = new double[2 * BATCH * 3];
            for (int i = 0; i < BATCH * 3; i++) {
                colours[i] = MEAN[i % 3] + DEVIATION * random.nextGaussian();
            }
            System.arraycopy(generate(random), 0, colours, BATCH * 3, BATCH * 3);
            HostMemory.write(colours, telling.input("colour"));
            Evaluation<FeatureMaps, FeatureMaps> judged = telling.at(new FeatureMaps(Map.of()));
            double[] scores = HostMemory.toDoubles(judged.value().layer("out"));
            double[] slopes = new double[scores.length];
            double loss = 0;
            for (int i = 0; i < scores.length; i++) {
                double sign = i < BATCH ? -1 : 1;
                loss += Math.log1p(Math.exp(sign * scores[i])) / BATCH;
                slopes[i] = sign / (1 + Math.exp(-sign * scores[i])) / BATCH;
            }
            HostMemory.write(slopes, verdicts);
            judged.pullback().apply(new FeatureMaps(Map.of("out", verdicts)));
            return loss;
        }

        /** log(1 + exp(-D(G(z)))). */
        private double deceive(long draw) {
            HostMemory.write(
                    new Random(-1 - draw).doubles((long) BATCH * LATENT, -1, 1).toArray(), making.input("noise"));
            Evaluation<FeatureMaps, FeatureMaps> made = making.at(new FeatureMaps(Map.of()));
            Evaluation<FeatureMaps, FeatureMaps> judged =
                    teaching.at(new FeatureMaps(Map.of("colour", made.value().layer("out"))));
            double[] scores = HostMemory.toDoubles(judged.value().layer("out"));
            double[] slopes = new double[BATCH];
            double loss = 0;
            for (int i = 0; i < BATCH; i++) {
                loss += Math.log1p(Math.exp(-scores[i])) / BATCH;
                slopes[i] = -1 / (1 + Math.exp(scores[i])) / BATCH;
            }
            HostMemory.write(slopes, blame);
            FeatureMaps colours = judged.pullback().apply(new FeatureMaps(Map.of("out", blame)));
            made.pullback().apply(new FeatureMaps(Map.of("out", colours.layer("colour"))));
            return loss;
        }

        private static Graph network(String input, int inputs, int outputs, Random random) {
            return new Graph(
                    List.of(new Input(input, inputs, Optional.of(new Size(1, 1)))),
                    List.of(
                            new Node("dense1", dense(inputs, 24, random), input),
                            new Node("relu1", new LeakyRelu(0.2), "dense1"),
                            new Node("dense2", dense(24, 24, random), "relu1"),
                            new Node("relu2", new LeakyRelu(0.2), "dense2"),
                            new Node("out", dense(24, outputs, random), "relu2")));
        }

        private static Dense dense(int inputs, int outputs, Random random) {
            float[] weights = new float[inputs * outputs];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / inputs));
            }
            return new Dense(NdArray.of(weights, outputs, 1, 1, inputs), NdArray.of(new float[outputs], outputs));
        }
    }
}
