package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.loop.Ending;
import lichen.core.loop.LoopState;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.npy.NdArray;
import lichen.core.optimizer.Adam;
import lichen.core.optimizer.Averaged;
import lichen.core.optimizer.Bounds;
import lichen.core.optimizer.ConstantRate;
import lichen.core.optimizer.DivergenceException;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final RandomStreams STREAMS = new RandomStreams(11);

    private final TensorScope scope = new TensorScope();
    private final Reconstruction program = SmallTraining.program(scope);
    private final List<Step> steps = new ArrayList<>();
    private final List<EpochEnd> epochs = new ArrayList<>();

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void learns() throws IOException {
        TrainingOutcome outcome = run(settings(10, 0), images(4, 2));

        assertThat(outcome.ending()).isEqualTo(Ending.BUDGET);
        assertThat(outcome.steps()).isEqualTo(40);
        assertThat(steps).extracting(Step::evaluation).first().isEqualTo(1);
        assertThat(epochs).extracting(EpochEnd::epoch).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(epochs.get(9).trainingLoss()).isLessThan(0.7 * epochs.get(0).trainingLoss());
        assertThat(outcome.bestLoss()).isLessThan(epochs.get(0).validationLoss().orElseThrow());
    }

    @Test
    void theTrainingLossOfAnEpochIsTheMeanOfItsSteps() throws IOException {
        run(settings(1, 0), images(3, 1));

        double mean = steps.stream().mapToDouble(Step::loss).average().orElseThrow();
        assertThat(epochs.get(0).trainingLoss()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void endsWithTheSameBytesAsItsTwin() throws IOException {
        run(settings(2, 0), images(3, 1));
        Map<String, NdArray<?>> first = program.parameters().arrays();
        Reconstruction twin = SmallTraining.program(scope);

        run(twin, settings(2, 0), step -> {}, images(3, 1));

        assertSame(twin.parameters().arrays(), first);
    }

    @Test
    void endsWithTheRunningMeanOfItsNumbersWhereTheOptimizerOffersOne() throws IOException {
        Training averaged =
                new Training(new Averaged(Adam.withLearningRate(0.01), 0.5), 0, TrainingStop.afterEpochs(1));
        List<double[]> stood = new ArrayList<>();
        run(
                program,
                averaged,
                new Recorder() {
                    @Override
                    public void iterated(Progress progress) {
                        stood.add(program.parameters().point());
                    }
                },
                images(3, 1));

        double[] mean = new double[stood.get(0).length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (0.25 * stood.get(0)[i] + 0.5 * stood.get(1)[i] + stood.get(2)[i]) / 1.75;
        }
        assertThat(program.parameters().point()).containsExactly(mean, within(1e-6));
        assertThat(stood.get(2)[0]).isNotCloseTo(mean[0], within(1e-4));
    }

    @Test
    void goesOnFromAnyStepToTheSameBytes() throws IOException {
        List<LoopState> states = new ArrayList<>();
        run(
                program,
                settings(3, 0),
                new Recorder() {
                    @Override
                    public void iterated(Progress progress) {
                        states.add(copy(progress.state()));
                    }
                },
                images(3, 1));
        Map<String, NdArray<?>> expected = program.parameters().arrays();
        List<EpochEnd> expectedEpochs = List.copyOf(epochs);
        assertThat(states).hasSize(9);
        assertThat(states.stream().map(Trainer::epochs)).containsExactly(0, 0, 1, 1, 1, 2, 2, 2, 3);
        for (LoopState state : states) {
            Reconstruction other = SmallTraining.program(scope);
            epochs.clear();

            new Trainer(other, settings(3, 0), STREAMS, new Recorder()).run(images(3, 1), state);

            assertSame(other.parameters().arrays(), expected);
            assertThat(expectedEpochs).endsWith(epochs.toArray(EpochEnd[]::new));
        }
    }

    @Test
    void stopsAfterTheStepUnderWayAndGoesOnLater() throws IOException {
        run(settings(2, 0), images(3, 1));
        Map<String, NdArray<?>> expected = program.parameters().arrays();
        Reconstruction other = SmallTraining.program(scope);
        Trainer[] trainer = new Trainer[1];
        LoopState[] state = new LoopState[1];
        trainer[0] = new Trainer(other, settings(2, 0), STREAMS, new TrainingListener() {
            @Override
            public void evaluated(Step step) {
                if (step.evaluation() == 4) {
                    trainer[0].requestStop();
                }
            }

            @Override
            public void ended(Progress progress) {
                state[0] = copy(progress.state());
            }
        });

        TrainingOutcome outcome = trainer[0].run(images(3, 1), trainer[0].start());
        new Trainer(other, settings(2, 0), STREAMS, step -> {}).run(images(3, 1), state[0]);

        assertThat(outcome.ending()).isEqualTo(Ending.STOPPED);
        assertThat(outcome.steps()).isEqualTo(4);
        assertSame(other.parameters().arrays(), expected);
    }

    @Test
    void endsWhenAllStepsAreMadeAndJudgesTheLastEpoch() throws IOException {
        Training settings = new Training(Adam.withLearningRate(0.01), 0, new TrainingStop(9, 4, 0, 0));

        TrainingOutcome outcome = run(settings, images(3, 1));

        assertThat(outcome.ending()).isEqualTo(Ending.BUDGET);
        assertThat(steps).hasSize(4);
        assertThat(epochs).hasSize(2);
    }

    @Test
    void endsWithTheBestNetworkWhenItGetsNoBetter() throws IOException {
        // Every epoch has to halve the validation loss: so the first is the best.
        Training settings = new Training(Adam.withLearningRate(0.01), 0, new TrainingStop(50, 0, 3, 0.5));
        List<Map<String, NdArray<?>>> networks = new ArrayList<>();

        List<LoopState> states = new ArrayList<>();

        TrainingOutcome outcome = run(
                program,
                settings,
                new Recorder() {
                    @Override
                    public void epochEnded(EpochEnd epoch) {
                        super.epochEnded(epoch);
                        networks.add(program.parameters().arrays());
                    }

                    @Override
                    public void ended(Progress progress) {
                        states.add(copy(progress.state()));
                    }
                },
                images(3, 1));

        assertThat(outcome.ending()).isEqualTo(Ending.PATIENCE);
        assertThat(outcome.epochs()).isEqualTo(outcome.bestEpoch() + 3);
        assertSame(program.parameters().arrays(), networks.get(outcome.bestEpoch() - 1));

        steps.clear();
        TrainingOutcome again =
                new Trainer(program, settings, STREAMS, new Recorder()).run(images(3, 1), states.get(0));
        assertThat(again).isEqualTo(outcome);
        assertThat(steps).isEmpty();
        assertSame(program.parameters().arrays(), networks.get(outcome.bestEpoch() - 1));
    }

    @Test
    void tellsWhenItDivergesAndLeavesTheNetworkAsItWas() throws IOException {
        BatchSource spoiled = (epoch, first) -> new FixedBatches(3, first, 1) {
            @Override
            public int next(float[] images) {
                int count = super.next(images);
                if (steps.size() == 2) {
                    images[5] = Float.NaN;
                }
                return count;
            }
        };
        List<Map<String, NdArray<?>>> good = new ArrayList<>();
        List<LoopState> last = new ArrayList<>();
        Trainer trainer = new Trainer(program, settings(2, 0), STREAMS, new Recorder() {
            @Override
            public void iterated(Progress progress) {
                good.add(program.parameters().arrays());
            }

            @Override
            public void ended(Progress progress) {
                last.add(copy(progress.state()));
            }
        });

        assertThatThrownBy(() -> trainer.run(new TrainingImages(spoiled, 3, Optional.empty()), trainer.start()))
                .isInstanceOf(DivergenceException.class)
                .hasMessageContaining("step 3: the loss was not a number")
                .hasMessageContaining("set learning-rate below 0.01")
                .hasMessageContaining("The state after step 2 is the last good one");
        assertThat(good).hasSize(2);
        assertThat(last.get(0).evaluations()).isEqualTo(2);
        assertSame(program.parameters().arrays(), good.get(1));
    }

    @Test
    void noiseIsSeenByTheNetworkAndTheSameInEachRun() throws IOException {
        run(settings(1, 0.2), images(2, 1));
        List<Step> noisy = List.copyOf(steps);
        steps.clear();
        run(SmallTraining.program(scope), settings(1, 0.2), new Recorder(), images(2, 1));
        List<Step> again = List.copyOf(steps);
        steps.clear();
        run(SmallTraining.program(scope), settings(1, 0), new Recorder(), images(2, 1));

        assertThat(again)
                .extracting(Step::loss)
                .isEqualTo(noisy.stream().map(Step::loss).toList());
        assertThat(steps.get(0).loss()).isNotEqualTo(noisy.get(0).loss());
    }

    @Test
    void shortensLongGradients() throws IOException {
        Adam clipping = new Adam(0.01, new ConstantRate(), Optional.of(1e-6), 0.9, 0.999, 1.0, Bounds.none());
        Map<String, NdArray<?>> before = program.parameters().arrays();

        run(new Training(clipping, 0, new TrainingStop(1, 1, 0, 0)), images(1, 1));

        // With so large an epsilon the step is the gradient's, at the most, times the rate.
        float[] first = floats(before, "conv1/weights");
        float[] second = floats(program.parameters().arrays(), "conv1/weights");
        double squares = 0;
        for (int i = 0; i < first.length; i++) {
            squares += Math.pow((double) first[i] - second[i], 2);
        }
        assertThat(steps.get(0).gradientNorm()).isGreaterThan(1e-3);
        assertThat(Math.sqrt(squares)).isLessThan(0.01 * 1e-6 * 1.01 + 1e-7);
    }

    @Test
    void refusesBatchesLargerThanTheDataSet() {
        BatchSource empty = (epoch, first) -> new FixedBatches(0, first, 1);

        assertThatThrownBy(() -> run(settings(1, 0), new TrainingImages(empty, 0, Optional.empty())))
                .hasMessage("batch must not be larger than the number of training images, but is 2");
    }

    @Test
    void refusesPatienceWithoutValidation() {
        Training settings = new Training(Adam.withLearningRate(0.01), 0, new TrainingStop(1, 0, 3, 0));
        BatchSource one = (epoch, first) -> new FixedBatches(1, first, 1);

        assertThatThrownBy(() -> run(settings, new TrainingImages(one, 1, Optional.empty())))
                .hasMessage("patience needs validation images, but there are none");
    }

    @Test
    void refusesAStateOfAnotherNetwork() {
        Trainer trainer = new Trainer(program, settings(1, 0), STREAMS, new Recorder());

        assertThatThrownBy(() -> trainer.run(images(1, 1), LoopState.at(new double[7])))
                .hasMessageContaining("point must hold " + program.parameters().point().length
                        + " numbers, but holds 7: the state is of another network");
    }

    private TrainingOutcome run(Training settings, TrainingImages images) throws IOException {
        return run(program, settings, new Recorder(), images);
    }

    private static TrainingOutcome run(
            Reconstruction program, Training settings, TrainingListener listener, TrainingImages images)
            throws IOException {
        Trainer trainer = new Trainer(program, settings, STREAMS, listener);
        return trainer.run(images, trainer.start());
    }

    private static LoopState copy(LoopState state) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        state.arrays().forEach((name, array) -> arrays.put(name, array.clone()));
        return new LoopState(arrays);
    }

    private static Training settings(int epochs, double noise) {
        return new Training(Adam.withLearningRate(0.01), noise, TrainingStop.afterEpochs(epochs));
    }

    private class Recorder implements TrainingListener {
        @Override
        public void evaluated(Step step) {
            steps.add(step);
        }

        @Override
        public void epochEnded(EpochEnd epoch) {
            epochs.add(epoch);
        }
    }

    /** Full batches of training images, and as many of validation images, of which the last is half full. */
    private static TrainingImages images(int training, int validation) {
        return new TrainingImages(
                (epoch, first) -> new FixedBatches(training, first, 100L * epoch),
                training,
                Optional.of((epoch, first) -> new FixedBatches(validation, first, 7777) {
                    @Override
                    public int next(float[] images) {
                        int count = super.next(images);
                        return done() == validation && count > 0 ? count - 1 : count;
                    }
                }));
    }

    private static void assertSame(Map<String, NdArray<?>> found, Map<String, NdArray<?>> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (name, array) -> assertThat(floats(found, name)).as(name).isEqualTo(array.floats()));
    }

    private static float[] floats(Map<String, NdArray<?>> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name)).floats();
    }

    /** Batches of random numbers: a network can learn at least their mean. */
    private static class FixedBatches implements Batches {
        private final int count;
        private final long seed;
        private int next;

        FixedBatches(int count, int first, long seed) {
            this.count = count;
            this.seed = seed;
            this.next = first;
        }

        int done() {
            return next;
        }

        @Override
        public int next(float[] images) {
            if (next >= count) {
                return 0;
            }
            float[] batch = SmallTraining.batch(seed + next);
            System.arraycopy(batch, 0, images, 0, batch.length);
            next++;
            return SmallTraining.IMAGES;
        }

        @Override
        public void close() {}
    }
}
