package lichen.core.optimizer;

import static lichen.core.optimizer.Trace.pointOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import lichen.core.optimizer.Descent.Outcome;
import org.junit.jupiter.api.Test;

final class AdamTest extends OptimizerContract {
    @Override
    Optimizer bounded(Bounds bounds) {
        return new Adam(0.05, new InverseTimeRate(5e-3), Optional.empty(), 0.9, 0.999, 1e-8, bounds);
    }

    @Override
    int patience() {
        return 20_000;
    }

    @Test
    void firstMovesEachParameterByTheLearningRate() {
        // With the start of both means corrected, m / sqrt(v) is the sign of the first gradient.
        Objective slope = (point, gradient) -> {
            gradient[0] = 7;
            gradient[1] = -0.03;
            return 1;
        };
        Descent descent = Adam.withLearningRate(0.01).from(DescentState.at(new double[] {0, 0}));
        descent.step(slope);
        descent.step(slope);

        assertThat(pointOf(descent)).containsExactly(new double[] {-0.01, 0.01}, within(1e-8));
    }

    @Test
    void movesParametersInProportionToTheirGradientsWhereTheMeanSquareIsShared() {
        Objective slope = (point, gradient) -> {
            gradient[0] = 3;
            gradient[1] = -4;
            return 1;
        };
        Adam shared = new Adam(0.01, new ConstantRate(), Optional.empty(), 0, 0, 1e-8, Bounds.none(), true);
        Descent descent = shared.from(DescentState.at(new double[] {0, 0}));
        descent.step(slope);
        descent.step(slope);

        double rootMeanSquare = Math.sqrt((9 + 16) / 2.0);
        assertThat(pointOf(descent))
                .containsExactly(new double[] {-0.03 / rootMeanSquare, 0.04 / rootMeanSquare}, within(1e-9));
    }

    @Test
    void goesOnWithAnotherObjectiveAtThePointAndWithTheMomentsThatItHad() {
        Objective slope = (point, gradient) -> {
            gradient[0] = 1;
            return 100 + point[0];
        };
        Objective other = (point, gradient) -> {
            gradient[0] = 1;
            return 1e9 + point[0];
        };
        Adam adam = Adam.withLearningRate(0.01);
        Descent whole = adam.from(DescentState.at(new double[] {0}));
        Descent first = adam.from(DescentState.at(new double[] {0}));
        for (int i = 0; i < 5; i++) {
            whole.step(slope);
            first.step(slope);
        }
        DescentState carried = adam.carried(first.state(), new double[] {7});
        Descent second = adam.from(adam.from(carried).state());
        assertThat(second.step(other)).isEqualTo(Outcome.CONTINUES); // looks at the point
        assertThat(pointOf(second)).containsExactly(pointOf(first));
        for (int i = 0; i < 3; i++) {
            whole.step(slope);
            second.step(other);
        }

        assertThat(pointOf(second)).containsExactly(pointOf(whole));
    }

    @Test
    void followsTheFormulaOverSeveralSteps() {
        double[] slopes = {1, -2, 0.5};
        double[] point = {0};
        double mean = 0;
        double square = 0;
        for (int k = 1; k <= 3; k++) {
            mean = 0.9 * mean + 0.1 * slopes[k - 1];
            square = 0.999 * square + 0.001 * slopes[k - 1] * slopes[k - 1];
            double rate = 0.1 / (1 + 0.5 * (k - 1));
            point[0] -= rate * (mean / (1 - Math.pow(0.9, k))) / (Math.sqrt(square / (1 - Math.pow(0.999, k))) + 1e-8);
        }
        int[] calls = new int[1];
        Objective objective = (at, gradient) -> {
            gradient[0] = slopes[Math.min(calls[0]++, 2)];
            return 1;
        };
        Adam adam = new Adam(0.1, new InverseTimeRate(0.5), Optional.empty(), 0.9, 0.999, 1e-8, Bounds.none());
        Descent descent = adam.from(DescentState.at(new double[] {0}));
        for (int i = 0; i < 4; i++) {
            descent.step(objective);
        }

        assertThat(pointOf(descent)).containsExactly(point, within(1e-12));
    }

    @Test
    void goesBackFromAnExplosionWithSmallerSteps() {
        Objective cliff = (point, gradient) -> {
            double value = Math.exp(50 * Math.abs(point[0]));
            gradient[0] = Math.signum(point[0]) * 50 * value;
            return value;
        };
        Descent descent = Adam.withLearningRate(1).from(DescentState.at(new double[] {0.1}));

        // Adam's first step is as long as the learning rate: to -0.9, and after going back to -0.4, then to -0.15.
        assertThat(descent.step(cliff)).isEqualTo(Outcome.CONTINUES);
        assertThat(descent.step(cliff)).isEqualTo(Outcome.RECOVERED);
        assertThat(pointOf(descent)).containsExactly(0.1);
        assertThat(descent.step(cliff)).isEqualTo(Outcome.CONTINUES);
        assertThat(descent.step(cliff)).isEqualTo(Outcome.RECOVERED);
        assertThat(descent.step(cliff)).isEqualTo(Outcome.CONTINUES);
        assertThat(descent.step(cliff)).isEqualTo(Outcome.CONTINUES);
        assertThat(pointOf(descent)).containsExactly(new double[] {-0.15}, within(1e-6));
    }

    @Test
    void shortensALongGradientToTheLimitAndNoOther() {
        double[][] slopes = {{3, 4}, {0.3, 0.4}};
        int[] calls = new int[1];
        Objective objective = (point, gradient) -> {
            System.arraycopy(slopes[calls[0]++ % 2], 0, gradient, 0, 2);
            return 1;
        };
        Objective shortened = (point, gradient) -> {
            gradient[0] = calls[0] % 2 == 0 ? 0.6 : 0.3;
            gradient[1] = calls[0] % 2 == 0 ? 0.8 : 0.4;
            calls[0]++;
            return 1;
        };
        Adam limited = new Adam(0.1, new ConstantRate(), Optional.of(1.0), 0.9, 0.999, 1e-8, Bounds.none());
        Descent first = limited.from(DescentState.at(new double[2]));
        Descent second = Adam.withLearningRate(0.1).from(DescentState.at(new double[2]));
        for (int i = 0; i < 6; i++) {
            first.step(objective);
        }
        calls[0] = 0;
        for (int i = 0; i < 6; i++) {
            second.step(shortened);
        }

        assertThat(pointOf(first)).containsExactly(pointOf(second), within(1e-12));
    }

    @Test
    void makesTheSameStepsOnEstimatesAndStandsOneFurther() {
        Problem problem = Problem.quadratic(6, 10);
        Adam adam = Adam.withLearningRate(0.01);
        Descent exact = adam.from(DescentState.at(problem.start()));
        Descent estimated = adam.stochastic(DescentState.at(problem.start()));
        exact.step(problem.objective());
        for (int i = 0; i < 9; i++) {
            exact.step(problem.objective());
            estimated.step(problem.objective());

            assertThat(pointOf(estimated)).isEqualTo(pointOf(exact));
        }
    }

    @Test
    void goesOnWithEstimatesFromEverySavedStateToTheLastBit() {
        Problem problem = Problem.rosenbrock(4);
        Adam adam = Adam.withLearningRate(0.01);
        Descent whole = adam.stochastic(DescentState.at(problem.start()));
        DescentState saved = DescentState.at(problem.start());
        for (int i = 0; i < 9; i++) {
            whole.step(problem.objective());
            Descent part = adam.stochastic(saved);
            part.step(problem.objective());
            saved = part.state().copy();

            assertThat(saved.arrays().keySet()).isEqualTo(whole.state().arrays().keySet());
            saved.arrays()
                    .forEach((name, array) ->
                            assertThat(array).as(name).isEqualTo(whole.state().array(name)));
        }
    }

    @Test
    void givesUpAtOnceOnAnEstimateThatIsNotANumberAndStaysWhereItWas() {
        int[] calls = new int[1];
        Objective failing = (point, gradient) -> {
            gradient[0] = 1;
            return calls[0]++ < 2 ? 5 : Double.NaN;
        };
        Descent descent = Adam.withLearningRate(0.01).stochastic(DescentState.at(new double[] {0}));
        descent.step(failing);
        descent.step(failing);
        double[] before = pointOf(descent).clone();

        assertThatThrownBy(() -> descent.step(failing))
                .isInstanceOf(DivergenceException.class)
                .hasMessageContaining("step 3: the loss was not a number")
                .hasMessageContaining("set learning-rate below 0.0100, or set a clip-norm")
                .hasMessageContaining("after step 2 is the last good one");
        assertThat(pointOf(descent)).isEqualTo(before);
    }

    @Test
    void refusesKeysOutOfRange() {
        assertThatThrownBy(() -> Adam.withLearningRate(0))
                .hasMessage("learningRate must be greater than 0, but is 0.0");
        assertThatThrownBy(() -> new Adam(1, new ConstantRate(), Optional.empty(), 1, 0.9, 1e-8, Bounds.none()))
                .hasMessageStartingWith("beta1 must be");
    }
}
