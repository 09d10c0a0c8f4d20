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
import lichen.core.npy.NdArray;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final RandomStreams STREAMS = new RandomStreams(11);

    private final TensorScope scope = new TensorScope();
    private final Reconstruction program = SmallTraining.program(scope);
    private final List<TrainingStep> steps = new ArrayList<>();
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
        TrainingOutcome outcome = trainer(settings(10, 0), recorder()).run(images(4, 2));

        assertThat(outcome.ending()).isEqualTo(TrainingEnding.EPOCHS);
        assertThat(outcome.steps()).isEqualTo(40);
        assertThat(steps).extracting(TrainingStep::step).first().isEqualTo(1L);
        assertThat(epochs).extracting(EpochEnd::epoch).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(epochs.get(9).trainingLoss()).isLessThan(0.7 * epochs.get(0).trainingLoss());
        assertThat(outcome.bestLoss()).isLessThan(epochs.get(0).validationLoss().orElseThrow());
    }

    @Test
    void theTrainingLossOfAnEpochIsTheMeanOfItsSteps() throws IOException {
        trainer(settings(1, 0), recorder()).run(images(3, 1));

        double mean = steps.stream().mapToDouble(TrainingStep::loss).average().orElseThrow();
        assertThat(epochs.get(0).trainingLoss()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void endsWithTheSameBytesAsItsTwin() throws IOException {
        trainer(settings(2, 0), recorder()).run(images(3, 1));
        Map<String, NdArray<?>> first = program.parameters().arrays();
        Reconstruction twin = SmallTraining.program(scope);

        new Trainer(twin, settings(2, 0), STREAMS, (step, progress) -> {}, scope).run(images(3, 1));

        assertSame(twin.parameters().arrays(), first);
    }

    @Test
    void goesOnFromAnyStepToTheSameBytes() throws IOException {
        List<TrainingState> states = new ArrayList<>();
        trainer(settings(3, 0), new TrainingListener() {
                    @Override
                    public void stepped(TrainingStep step, TrainingProgress progress) {
                        states.add(progress.state());
                    }

                    @Override
                    public void epochEnded(EpochEnd epoch, TrainingProgress progress) {
                        states.add(progress.state());
                        epochs.add(epoch);
                    }
                })
                .run(images(3, 1));
        Map<String, NdArray<?>> expected = program.parameters().arrays();
        List<EpochEnd> expectedEpochs = List.copyOf(epochs);
        assertThat(states).hasSize(12);
        for (TrainingState state : states) {
            Reconstruction other = SmallTraining.program(scope);
            epochs.clear();

            new Trainer(other, settings(3, 0), STREAMS, recorder(), scope).resume(images(3, 1), state);

            assertSame(other.parameters().arrays(), expected);
            assertThat(expectedEpochs).endsWith(epochs.toArray(EpochEnd[]::new));
        }
    }

    @Test
    void stopsAfterTheStepUnderWayAndGoesOnLater() throws IOException {
        trainer(settings(2, 0), recorder()).run(images(3, 1));
        Map<String, NdArray<?>> expected = program.parameters().arrays();
        Reconstruction other = SmallTraining.program(scope);
        Trainer[] trainer = new Trainer[1];
        TrainingState[] state = new TrainingState[1];
        trainer[0] = new Trainer(
                other,
                settings(2, 0),
                STREAMS,
                new TrainingListener() {
                    @Override
                    public void stepped(TrainingStep step, TrainingProgress progress) {
                        if (step.step() == 4) {
                            trainer[0].requestStop();
                        }
                    }

                    @Override
                    public void ended(TrainingProgress progress) {
                        state[0] = progress.state();
                    }
                },
                scope);

        TrainingOutcome outcome = trainer[0].run(images(3, 1));
        new Trainer(other, settings(2, 0), STREAMS, (step, progress) -> {}, scope).resume(images(3, 1), state[0]);

        assertThat(outcome.ending()).isEqualTo(TrainingEnding.STOPPED);
        assertThat(outcome.steps()).isEqualTo(4);
        assertSame(other.parameters().arrays(), expected);
    }

    @Test
    void endsWhenAllStepsAreMadeAndJudgesTheLastEpoch() throws IOException {
        Training settings = new Training(Adam.withLearningRate(0.01), 0, new TrainingStop(9, 4, 0, 0));

        TrainingOutcome outcome = trainer(settings, recorder()).run(images(3, 1));

        assertThat(outcome.ending()).isEqualTo(TrainingEnding.STEPS);
        assertThat(steps).hasSize(4);
        assertThat(epochs).hasSize(2);
    }

    @Test
    void endsWithTheBestNetworkWhenItGetsNoBetter() throws IOException {
        // Every epoch has to halve the validation loss: so the first is the best.
        Training settings = new Training(Adam.withLearningRate(0.01), 0, new TrainingStop(50, 0, 3, 0.5));
        List<Map<String, NdArray<?>>> networks = new ArrayList<>();

        TrainingOutcome outcome = trainer(settings, new TrainingListener() {
                    @Override
                    public void stepped(TrainingStep step, TrainingProgress progress) {}

                    @Override
                    public void epochEnded(EpochEnd epoch, TrainingProgress progress) {
                        epochs.add(epoch);
                        networks.add(program.parameters().arrays());
                    }
                })
                .run(images(3, 1));

        assertThat(outcome.ending()).isEqualTo(TrainingEnding.PATIENCE);
        assertThat(outcome.epochs()).isEqualTo(outcome.bestEpoch() + 3);
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
        List<TrainingState> last = new ArrayList<>();
        Trainer trainer = trainer(settings(2, 0), new TrainingListener() {
            @Override
            public void stepped(TrainingStep step, TrainingProgress progress) {
                steps.add(step);
                last.clear();
                last.add(progress.state());
            }
        });

        assertThatThrownBy(() -> trainer.run(new TrainingImages(spoiled, Optional.empty())))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("diverged at step 3: its loss is NaN")
                .hasMessageContaining("Try a learning-rate below 0.01")
                .hasMessageContaining("The state after step 2 is the last good one")
                .satisfies(
                        e -> assertThat(((TrainingDivergedException) e).step()).isEqualTo(3));
        Map<String, NdArray<?>> good = new LinkedHashMap<>(last.get(0).arrays());
        good.keySet().retainAll(program.parameters().arrays().keySet());
        assertSame(program.parameters().arrays(), good);
    }

    @Test
    void noiseIsSeenByTheNetworkAndTheSameInEachRun() throws IOException {
        trainer(settings(1, 0.2), recorder()).run(images(2, 1));
        List<TrainingStep> noisy = List.copyOf(steps);
        steps.clear();
        new Trainer(SmallTraining.program(scope), settings(1, 0.2), STREAMS, recorder(), scope).run(images(2, 1));
        List<TrainingStep> again = List.copyOf(steps);
        steps.clear();
        new Trainer(SmallTraining.program(scope), settings(1, 0), STREAMS, recorder(), scope).run(images(2, 1));

        assertThat(again).isEqualTo(noisy);
        assertThat(steps.get(0).loss()).isNotEqualTo(noisy.get(0).loss());
    }

    @Test
    void shortensLongGradients() throws IOException {
        Adam clipping = new Adam(0.01, new ConstantRate(), Optional.of(1e-6), 0.9, 0.999, 1.0);
        Map<String, NdArray<?>> before = program.parameters().arrays();

        trainer(new Training(clipping, 0, new TrainingStop(1, 1, 0, 0)), recorder())
                .run(images(1, 1));

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

        assertThatThrownBy(() -> trainer(settings(1, 0), recorder()).run(new TrainingImages(empty, Optional.empty())))
                .hasMessage("batch must not be larger than the number of training images, but is 2");
    }

    @Test
    void refusesPatienceWithoutValidation() {
        Training settings = new Training(Adam.withLearningRate(0.01), 0, new TrainingStop(1, 0, 3, 0));

        assertThatThrownBy(() -> trainer(settings, recorder())
                        .run(new TrainingImages((epoch, first) -> new FixedBatches(1, first, 1), Optional.empty())))
                .hasMessage("patience needs validation images, but there are none");
    }

    @Test
    void refusesAStateOfAnotherNetwork() {
        TrainingState state = new TrainingState(Map.of("counters", NdArray.of(new double[7], 7)));

        assertThatThrownBy(() -> trainer(settings(1, 0), recorder()).resume(images(1, 1), state))
                .hasMessageContaining("conv1/weights must be there with the shape [6, 5, 5, 3]");
    }

    private Trainer trainer(Training settings, TrainingListener listener) {
        return new Trainer(program, settings, STREAMS, listener, scope);
    }

    private static Training settings(int epochs, double noise) {
        return new Training(Adam.withLearningRate(0.01), noise, TrainingStop.afterEpochs(epochs));
    }

    private TrainingListener recorder() {
        return new TrainingListener() {
            @Override
            public void stepped(TrainingStep step, TrainingProgress progress) {
                steps.add(step);
            }

            @Override
            public void epochEnded(EpochEnd epoch, TrainingProgress progress) {
                epochs.add(epoch);
            }
        };
    }

    /** Full batches of training images, and as many of validation images, of which the last is half full. */
    private static TrainingImages images(int training, int validation) {
        return new TrainingImages(
                (epoch, first) -> new FixedBatches(training, first, 100L * epoch),
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
