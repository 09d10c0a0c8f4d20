package lichen.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lichen.core.optimizer.Descent.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every optimiser promises. */
abstract class OptimizerContract {
    /** Steps that the tests of states go through. */
    private static final int STEPS = 25;

    /** The optimiser within bounds, set as one would for problems of size 1. */
    abstract Optimizer bounded(Bounds bounds);

    /** Evaluations by which it must have solved the problems below. */
    abstract int patience();

    Optimizer optimizer() {
        return bounded(Bounds.none());
    }

    static Stream<Problem> problemsWithKnownMinimum() {
        return Stream.of(
                Problem.quadratic(40, 1e4), Problem.rosenbrock(10), Problem.barrier(12), Problem.distance(8, 40));
    }

    @ParameterizedTest
    @MethodSource("problemsWithKnownMinimum")
    void findsTheMinimum(Problem problem) {
        Trace trace = new Trace(problem.objective());
        trace.follow(optimizer(), problem.start(), patience());

        assertThat(trace.best()).isCloseTo(problem.least(), within(1e-3));
    }

    @ParameterizedTest
    @MethodSource("problemsWithKnownMinimum")
    void goesOnFromEverySavedStateToTheLastBit(Problem problem) {
        Descent whole = optimizer().from(DescentState.at(problem.start()));
        DescentState saved = DescentState.at(problem.start());
        for (int i = 0; i < STEPS; i++) {
            Outcome expected = whole.step(problem.objective());
            Descent part = optimizer().from(saved);
            assertThat(part.step(problem.objective())).isEqualTo(expected);
            saved = part.state();
            assertSame(saved, whole.state());
        }
    }

    @ParameterizedTest
    @MethodSource("problemsWithKnownMinimum")
    void leavesItsStateAsItWasWhenTheObjectiveThrows(Problem problem) {
        Descent descent = optimizer().from(DescentState.at(problem.start()));
        for (int i = 0; i < STEPS; i++) {
            DescentState before = descent.state().copy();
            for (int evaluation = 1; evaluation <= 2; evaluation++) {
                Objective failing = failingAt(evaluation, problem.objective());
                try {
                    optimizer().from(before).step(failing);
                } catch (IllegalStateException expected) {
                    assertThatThrownBy(() -> descent.step(failingAgain(failing)))
                            .isSameAs(expected);
                    assertSame(descent.state(), before);
                }
            }
            descent.step(problem.objective());
        }
    }

    @Test
    void changesNoArrayThatItWasGiven() {
        Problem problem = Problem.rosenbrock(4);
        double[] start = problem.start().clone();
        DescentState given = DescentState.at(start);
        Descent descent = optimizer().from(given);
        for (int i = 0; i < STEPS; i++) {
            descent.step(problem.objective());
        }
        DescentState middle = descent.state().copy();
        DescentState copy = middle.copy();
        Descent next = optimizer().from(middle);
        next.step(problem.objective());
        descent.step(problem.objective());

        assertThat(start).isEqualTo(problem.start());
        assertThat(given.array(DescentState.POINT)).isEqualTo(problem.start());
        assertSame(middle, copy);
    }

    @Test
    void evaluatesOnlyTheStartInItsFirstStep() {
        Problem problem = Problem.quadratic(3, 10);
        Trace trace = new Trace(problem.objective());
        Descent descent = optimizer().from(DescentState.at(problem.start()));

        assertThat(descent.step(trace)).isEqualTo(Outcome.CONTINUES);
        assertThat(trace.values).hasSize(1);
        assertThat(Trace.pointOf(descent)).isEqualTo(problem.start());
    }

    @Test
    void staysWithinBounds() {
        Problem problem = Problem.quadratic(30, 100);
        Bounds bounds = Bounds.between(0.5, 1.5);
        Trace trace = new Trace((point, gradient) -> {
            for (double value : point) {
                assertThat(value).isBetween(0.5, 1.5);
            }
            return problem.objective().at(point, gradient);
        });
        double[] reached = trace.follow(bounded(bounds), problem.start(), patience());

        // The function is a sum over parameters, so each comes to the nearest place that it may.
        for (int i = 0; i < reached.length; i++) {
            assertThat(reached[i]).isCloseTo(Math.max(0.5, Math.min(1.5, i % 3)), within(1e-3));
        }
    }

    @Test
    void givesUpAtOnceWhereTheStartIsNotDefined() {
        Descent descent = optimizer().from(DescentState.at(new double[] {1, 2}));

        assertThatThrownBy(() -> descent.step((point, gradient) -> Double.NaN))
                .isInstanceOf(DivergenceException.class)
                .hasMessageContaining("evaluation 1")
                .hasMessageContaining("start image");
    }

    @Test
    void takesAGradientThatIsNotANumberForNotDefined() {
        Descent descent = optimizer().from(DescentState.at(new double[] {1, 2}));

        assertThatThrownBy(() -> descent.step((point, gradient) -> {
                    gradient[1] = Double.NaN;
                    return 1;
                }))
                .isInstanceOf(DivergenceException.class);
    }

    @Test
    void givesUpWhenOnlyItsBestPointIsDefined() {
        Problem problem = Problem.quadratic(6, 10);
        Trace trace = new Trace(problem.objective());
        Objective failing = (point, gradient) -> {
            double value = trace.at(point, gradient);
            return trace.values.size() <= 3 || value == trace.bestAfter(3) ? value : Double.NaN;
        };
        Descent descent = optimizer().from(DescentState.at(problem.start()));
        List<Outcome> outcomes = new ArrayList<>();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        outcomes.add(descent.step(failing));
                    }
                })
                .isInstanceOf(DivergenceException.class)
                .hasMessageContaining("5 times")
                .extracting(thrown -> ((DivergenceException) thrown).lastFinite())
                .isEqualTo(trace.bestAfter(3));
        assertThat(outcomes).contains(Outcome.RECOVERED);
    }

    @Test
    void isDoneAtAMinimum() {
        Problem problem = Problem.quadratic(3, 10);
        Descent descent = optimizer().from(DescentState.at(new double[] {0, 1, 2}));
        descent.step(problem.objective());

        assertThat(descent.step(problem.objective())).isEqualTo(Outcome.CONVERGED);
    }

    private static Objective failingAt(int evaluation, Objective objective) {
        IllegalStateException failure = new IllegalStateException("on purpose");
        return new Failing(evaluation, objective, failure, new int[1]);
    }

    private static Objective failingAgain(Objective objective) {
        Failing failing = (Failing) objective;
        return new Failing(failing.evaluation(), failing.objective(), failing.failure(), new int[1]);
    }

    private static void assertSame(DescentState actual, DescentState expected) {
        assertThat(actual.arrays().keySet()).isEqualTo(expected.arrays().keySet());
        actual.arrays()
                .forEach((name, array) -> assertThat(Arrays.equals(array, expected.array(name)))
                        .as(name)
                        .isTrue());
    }

    private record Failing(int evaluation, Objective objective, IllegalStateException failure, int[] calls)
            implements Objective {
        @Override
        public double at(double[] point, double[] gradient) {
            calls[0]++;
            if (calls[0] == evaluation) {
                Arrays.fill(gradient, Double.NaN);
                throw failure;
            }
            return objective.at(point, gradient);
        }
    }
}
