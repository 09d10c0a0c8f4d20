package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Size;
import lichen.core.optimizer.Adam;
import lichen.core.optimizer.Bounds;
import lichen.core.optimizer.ConstantRate;
import lichen.core.optimizer.Descent;
import lichen.core.optimizer.DescentState;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.ScaleShift;
import lichen.model.spec.Block;
import lichen.model.spec.Deeplearning4jTraining;
import lichen.model.spec.Fcn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Our training beside Deeplearning4j's: same weights at the start, same batches, Adam. */
class Deeplearning4jAgreementTest {
    private static final int STEPS = 8;
    private static final double RATE = 0.01;

    /**
     * Large, so that a step is nearly proportional to the gradient: with the usual 1e-8, Adam divides rounding errors by
     * themselves. Deeplearning4j's gradient is that of a loss which counts H W times as much.
     */
    private static final double EPSILON = 1e-2;

    /** Deeplearning4j adds epsilon to a root that is not corrected for its start at zero: the same where nothing is remembered. */
    private static final double MEMORY_OF_SQUARES = 0;

    private static final double THEIR_EPSILON = EPSILON * SmallTraining.SIZE.width() * SmallTraining.SIZE.height();

    /** Of float32 networks that differ in the order of their sums. */
    private static final double LOSS_TOLERANCE = 1e-5;

    /** A hundredth of the learning rate; the weights move by about half of it in all. */
    private static final double WEIGHT_TOLERANCE = 0.01 * RATE;

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Test
    void losesWhatDeeplearning4jLosesAndMovesWhereItMoves() {
        try (TensorScope scope = new TensorScope()) {
            Deeplearning4jTraining theirs = new Deeplearning4jTraining(
                    SmallTraining.network(),
                    new RandomStreams(11).stream("network"),
                    new org.nd4j.linalg.learning.config.Adam(RATE, 0.9, MEMORY_OF_SQUARES, THEIR_EPSILON));
            Reconstruction ours = SmallTraining.program(scope);
            Adam rule = new Adam(
                    RATE, new ConstantRate(), Optional.empty(), 0.9, MEMORY_OF_SQUARES, EPSILON, Bounds.none());
            Descent adam = rule.stochastic(DescentState.at(ours.parameters().point()));
            double before = ours.parameters().values().getDouble(0);
            for (int step = 0; step < STEPS; step++) {
                float[] corrupted = SmallTraining.batch(2L * step);
                float[] clean = SmallTraining.batch(2L * step + 1);
                double expected = theirs.fit(tensor(corrupted, scope), tensor(clean, scope));

                double[] loss = new double[1];
                WeightLoss objective = ours.objective(draw -> {
                    loss[0] = ours.gradient(corrupted, clean);
                    return loss[0];
                });
                adam.step(objective);
                objective.settle(adam.state().array(DescentState.POINT));

                assertThat(loss[0]).as("loss of step %d", step).isCloseTo(expected, within(LOSS_TOLERANCE * expected));
            }
            assertSame(ours.graph(), theirs.graph());
            assertThat(Math.abs(before - ours.parameters().values().getDouble(0)))
                    .isGreaterThan(10 * WEIGHT_TOLERANCE);
        }
    }

    @Test
    void tracksTheVarianceThatIsDividedByTheNumberOfPixels() {
        // So few pixels that the variance divided by one less would show.
        Fcn fcn = new Fcn(List.of(new Block(4, 1, true), new Block(3, 1, false)), Optional.empty());
        float[] batch = Arrays.copyOf(SmallTraining.batch(1), 4 * 4 * 3);
        try (TensorScope scope = new TensorScope()) {
            Deeplearning4jTraining theirs = new Deeplearning4jTraining(
                    fcn, new RandomStreams(11).stream("network"), new org.nd4j.linalg.learning.config.Adam(RATE));
            Reconstruction program =
                    Reconstruction.of(fcn.trainable(new RandomStreams(11).stream("network")), 1, new Size(4, 4), scope);
            theirs.fit(scope.of(batch, 1, 4, 4, 3), scope.of(batch, 1, 4, 4, 3));

            program.gradient(batch, batch);
            program.objective(draw -> 0).settle(program.parameters().point());

            assertThat(HostMemory.toDoubles(program.parameters().value("norm1/variance")))
                    .containsExactly(theirs.runningVariance(1), within(1e-6));
        }
    }

    private static void assertSame(Graph ours, Graph theirs) {
        List<Node> nodes = theirs.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            String name = nodes.get(i).name();
            if (nodes.get(i).operation() instanceof Convolve expected) {
                Convolve found = (Convolve) ours.nodes().get(i).operation();
                assertClose(name, found.weights().values(), expected.weights().values());
                assertClose(name, found.bias().values(), expected.bias().values());
            } else if (nodes.get(i).operation() instanceof ScaleShift expected) {
                ScaleShift found = (ScaleShift) ours.nodes().get(i).operation();
                assertClose(name, found.scale(), expected.scale());
                assertClose(name, found.shift(), expected.shift());
            }
        }
    }

    private static void assertClose(String name, float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("%s [%d]", name, i).isCloseTo(expected[i], within(WEIGHT_TOLERANCE));
        }
    }

    private static INDArray tensor(float[] batch, TensorScope scope) {
        return scope.of(batch, SmallTraining.IMAGES, SmallTraining.SIZE.height(), SmallTraining.SIZE.width(), 3);
    }
}
