package lichen.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lichen.core.optimizer.Adam;
import lichen.core.optimizer.DivergenceException;
import lichen.core.optimizer.Lbfgs;
import lichen.core.optimizer.Objective;
import lichen.core.optimizer.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LoopTest {
    private static final double[] START = {-1.2, 1, -1.2, 1};

    static Stream<Optimizer> optimizers() {
        return Stream.of(Lbfgs.withHistory(5), Adam.withLearningRate(0.05));
    }

    /** The banana valley, in two pairs. */
    private static double valley(double[] point, double[] gradient) {
        double value = 0;
        for (int i = 0; i < point.length; i += 2) {
            double bend = point[i + 1] - point[i] * point[i];
            double rest = 1 - point[i];
            value += 100 * bend * bend + rest * rest;
            gradient[i] = -400 * point[i] * bend - 2 * rest;
            gradient[i + 1] = 200 * bend;
        }
        return value;
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void neverExceedsItsBudgetAndUsesItUp(Optimizer optimizer) {
        for (int budget = 1; budget <= 30; budget++) {
            Recorder recorder = new Recorder();
            Minimum minimum = new Loop(StopRule.afterEvaluations(budget), recorder)
                    .run(optimizer, LoopTest::valley, LoopState.at(START));

            assertThat(minimum.ending()).isEqualTo(Ending.BUDGET);
            assertThat(minimum.evaluations()).isEqualTo(budget);
            assertThat(recorder.steps.stream().map(Step::evaluation))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, budget).boxed().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void returnsTheBestPointOfAllThatWereEvaluated(Optimizer optimizer) {
        Recorder recorder = new Recorder();
        Minimum minimum =
                new Loop(StopRule.afterEvaluations(23), recorder).run(optimizer, LoopTest::valley, LoopState.at(START));

        double best = recorder.steps.stream().mapToDouble(Step::loss).min().orElseThrow();
        assertThat(minimum.loss()).isEqualTo(best);
        assertThat(valley(minimum.point(), new double[4])).isEqualTo(best);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void endsAtTheSameBytesAfterAnyStopAndResume(Optimizer optimizer) {
        StopRule stop = StopRule.afterEvaluations(40);
        Recorder whole = new Recorder();
        Minimum expected = new Loop(stop, whole).run(optimizer, LoopTest::valley, LoopState.at(START));
        for (int stopAfter = 1; stopAfter < 40; stopAfter++) {
            Recorder first = new Recorder();
            Loop interrupted = new Loop(stop, first);
            first.stopAfter(stopAfter, interrupted);
            Minimum stopped = interrupted.run(optimizer, LoopTest::valley, LoopState.at(START));
            assertThat(stopped.ending()).isEqualTo(Ending.STOPPED);
            assertThat(stopped.evaluations()).isEqualTo(stopAfter);

            LoopState state = first.last;
            Recorder second = new Recorder();
            Minimum resumed = new Loop(stop, second).run(optimizer, LoopTest::valley, state);

            assertThat(resumed.point()).isEqualTo(expected.point());
            assertThat(resumed.loss()).isEqualTo(expected.loss());
            assertThat(resumed.evaluations()).isEqualTo(expected.evaluations());
            List<Double> losses = new ArrayList<>(first.losses().subList(0, state.evaluations()));
            losses.addAll(second.losses());
            assertThat(losses).isEqualTo(whole.losses());
        }
    }

    @Test
    void endsAtTheSameIterationByToleranceAfterAResume() {
        StopRule stop = new StopRule(1000, 0.2, 3, 0);
        Optimizer optimizer = Adam.withLearningRate(0.01);
        Minimum expected = new Loop(stop, new Recorder()).run(optimizer, LoopTest::valley, LoopState.at(START));
        Recorder first = new Recorder();
        Loop interrupted = new Loop(stop, first);
        first.stopAfter(expected.evaluations() - 2, interrupted);
        interrupted.run(optimizer, LoopTest::valley, LoopState.at(START));
        Minimum resumed = new Loop(stop, new Recorder()).run(optimizer, LoopTest::valley, first.last);

        assertThat(expected.ending()).isEqualTo(Ending.TOLERANCE);
        assertThat(resumed.ending()).isEqualTo(Ending.TOLERANCE);
        assertThat(resumed.evaluations()).isEqualTo(expected.evaluations());
    }

    @Test
    void resumesAFinishedRunWithoutAnEvaluation() {
        Recorder first = new Recorder();
        StopRule stop = StopRule.afterEvaluations(10);
        Minimum minimum = new Loop(stop, first).run(Adam.withLearningRate(0.05), LoopTest::valley, LoopState.at(START));
        Recorder second = new Recorder();
        Minimum again = new Loop(stop, second).run(Adam.withLearningRate(0.05), LoopTest::valley, first.last);

        assertThat(second.steps).isEmpty();
        assertThat(again.point()).isEqualTo(minimum.point());
        assertThat(again.ending()).isEqualTo(Ending.BUDGET);
    }

    @Test
    void endsWhenTheTimeIsUsedUpCountingThatBeforeAResume() {
        long[] nanoseconds = new long[1];
        Objective slow = (point, gradient) -> {
            nanoseconds[0] += 1_000_000_000L;
            return valley(point, gradient);
        };
        Recorder first = new Recorder();
        Loop interrupted = loop(new StopRule(1000, 0, 10, 8), first, nanoseconds);
        first.stopAfter(3, interrupted);
        interrupted.run(Adam.withLearningRate(0.05), slow, LoopState.at(START));
        nanoseconds[0] += 3_600_000_000_000L;
        Minimum minimum = loop(new StopRule(1000, 0, 10, 8), new Recorder(), nanoseconds)
                .run(Adam.withLearningRate(0.05), slow, first.last);

        assertThat(minimum.ending()).isEqualTo(Ending.TIME);
        assertThat(minimum.evaluations()).isEqualTo(8);
        assertThat(minimum.seconds()).isCloseTo(8, within(1e-9));
    }

    @Test
    void endsWhereNoProgressIsPossible() {
        Minimum minimum = new Loop(StopRule.afterEvaluations(1000), new Recorder())
                .run(Lbfgs.withHistory(5), LoopTest::valley, LoopState.at(START));

        assertThat(minimum.ending()).isEqualTo(Ending.CONVERGED);
        assertThat(minimum.point()).containsExactly(new double[] {1, 1, 1, 1}, within(1e-6));
    }

    @Test
    void tellsOfARecoveryAndShowsTheBestWhenItGivesUp() {
        Recorder recorder = new Recorder();
        Objective failing = (point, gradient) -> Arrays.equals(point, START) ? valley(point, gradient) : Double.NaN;
        Loop loop = new Loop(StopRule.afterEvaluations(100), recorder);

        assertThatThrownBy(() -> loop.run(Adam.withLearningRate(0.05), failing, LoopState.at(START)))
                .isInstanceOf(DivergenceException.class);
        assertThat(recorder.notices)
                .hasSize(5)
                .first()
                .asString()
                .startsWith("evaluation 2: the loss was not a number");
        assertThat(recorder.last.bestPoint()).isEqualTo(START);
    }

    @Test
    void passesOnWhatTheObjectiveThrows() {
        IllegalStateException failure = new IllegalStateException("on purpose");
        Loop loop = new Loop(StopRule.afterEvaluations(100), new Recorder());

        assertThatThrownBy(() -> loop.run(
                        Lbfgs.withHistory(5),
                        (point, gradient) -> {
                            throw failure;
                        },
                        LoopState.at(START)))
                .isSameAs(failure);
    }

    @Test
    void measuresTheGradient() {
        Recorder recorder = new Recorder();
        new Loop(StopRule.afterEvaluations(1), recorder)
                .run(
                        Lbfgs.withHistory(5),
                        (point, gradient) -> {
                            gradient[0] = 3;
                            gradient[1] = -4;
                            return 2;
                        },
                        LoopState.at(new double[2]));

        assertThat(recorder.steps).singleElement().satisfies(step -> {
            assertThat(step.loss()).isEqualTo(2);
            assertThat(step.gradientNorm()).isEqualTo(5);
        });
    }

    private static Loop loop(StopRule stop, StepListener listener, long[] nanoseconds) {
        return new Loop(stop, listener, () -> nanoseconds[0]);
    }
}
