package lichen.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.lbfgs4j.LbfgsMinimizer;
import com.github.lbfgs4j.liblbfgs.Function;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.LBFGS_Param;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import lichen.core.check.InvalidValueException;
import lichen.core.optimizer.Descent.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LbfgsTest extends OptimizerContract {
    private static final int HISTORY = 6;

    @Override
    Optimizer bounded(Bounds bounds) {
        return new Lbfgs(HISTORY, false, 0, bounds, LineSearch.standard());
    }

    @Override
    int patience() {
        return 400;
    }

    static Stream<Problem> smoothProblems() {
        return Stream.of(
                Problem.quadratic(40, 1e2),
                Problem.quadratic(100, 1e4),
                Problem.rosenbrock(10),
                Problem.rosenbrock(100),
                Problem.logistic(200, 20));
    }

    @ParameterizedTest
    @MethodSource("smoothProblems")
    void needsHardlyMoreEvaluationsThanAnotherImplementation(Problem problem) {
        Trace theirs = new Trace(problem.objective());
        double[] expected = minimiseWithOracle(theirs, problem.start());
        Trace ours = new Trace(problem.objective());
        double[] reached = ours.follow(optimizer(), problem.start(), 1000);

        assertThat(ours.best()).isCloseTo(theirs.best(), within(1e-9 * Math.max(1, theirs.best())));
        assertThat(reached).containsExactly(expected, within(1e-3));
        double level = theirs.best() + 1e-8 * (theirs.values.get(0) - theirs.best());
        assertThat((double) ours.evaluationsTo(level)).isLessThanOrEqualTo(1.3 * theirs.evaluationsTo(level));
    }

    @ParameterizedTest
    @MethodSource("smoothProblems")
    void endsByItselfInThirtyTwoBits(Problem problem) {
        Problem rounded = problem.inSinglePrecision(1);
        Trace exact = new Trace(problem.objective());
        exact.follow(optimizer(), problem.start(), 1000);
        Trace trace = new Trace(rounded.objective());
        trace.follow(optimizer(), rounded.start(), 1000);

        assertThat(trace.values.size()).isLessThan(1000);
        // 1e-5: the rounding of 32 bits, and what it costs in a valley.
        assertThat(trace.best() - 1 - exact.best()).isLessThan(1e-5 * trace.values.get(0));
    }

    @Test
    void refusesToSquareALossThatCanBeNegative() {
        Lbfgs squared = new Lbfgs(HISTORY, true, 0, Bounds.none(), LineSearch.standard());
        squared.requireFit(false);
        Lbfgs.withHistory(HISTORY).requireFit(true);
        assertThatThrownBy(() -> squared.requireFit(true))
                .hasMessage("squared must be false for an objective that can be negative, as activation can");
    }

    @Test
    void goesOnWithAnotherObjectiveAtTheBestPointAndRemembersNothing() {
        DescentState state = new Lbfgs(3, false, 0, Bounds.none(), LineSearch.standard())
                .carried(DescentState.at(new double[] {1, 2}), new double[] {3, 4});

        assertThat(state.isFresh()).isTrue();
        assertThat(state.array(DescentState.POINT)).containsExactly(3, 4);
    }

    @Test
    void endsByItselfOnADistanceInThirtyTwoBits() {
        Problem problem = Problem.distance(8, 40).inSinglePrecision(0);
        Trace trace = new Trace(problem.objective());
        trace.follow(optimizer(), problem.start(), 1000);

        assertThat(trace.values.size()).isLessThan(1000);
        assertThat(trace.best()).isLessThan(1e-4);
    }

    @Test
    void makesTheSameEvaluationsOnTheSquareByItself() {
        Problem problem = Problem.distance(8, 40);
        Lbfgs squared = new Lbfgs(HISTORY, true, 0, Bounds.none(), LineSearch.standard());
        Trace inside = new Trace(problem.objective());
        Trace outside = new Trace(new Squared(problem.objective()));
        inside.follow(squared, problem.start(), 40);
        outside.follow(optimizer(), problem.start(), 40);

        assertThat(outside.values)
                .isEqualTo(inside.values.stream().map(f -> f * f / 2).toList());
    }

    @Test
    void tellsTheLossAndNotItsSquare() {
        Problem problem = Problem.distance(8, 40);
        Descent descent = new Lbfgs(HISTORY, true, 0, Bounds.none(), LineSearch.standard())
                .from(DescentState.at(problem.start()));
        descent.step(problem.objective());

        double loss = problem.objective().at(problem.start(), new double[40]);
        assertThatThrownBy(() -> {
                    while (descent.step((point, gradient) -> Double.NaN) == Descent.Outcome.RECOVERED) {}
                })
                .isInstanceOfSatisfying(
                        DivergenceException.class,
                        thrown -> assertThat(thrown.lastFinite()).isCloseTo(loss, within(1e-12)));
    }

    @Test
    void refusesToSquareANegativeLoss() {
        Descent descent =
                new Lbfgs(HISTORY, true, 0, Bounds.none(), LineSearch.standard()).from(DescentState.at(new double[2]));

        assertThatThrownBy(() -> descent.step((point, gradient) -> -3))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("-3");
    }

    @Test
    void learnsATextureInFewerEvaluationsThanWithRestarts() {
        SmallTexture texture = new SmallTexture();
        Trace restarted = new Trace(texture);
        Trace ours = new Trace(texture);
        restarted.follow(new Lbfgs(10, false, 20, Bounds.none(), LineSearch.standard()), texture.noise(), 160);
        ours.follow(new Lbfgs(20, true, 0, Bounds.none(), LineSearch.standard()), texture.noise(), 160);

        assertThat(ours.evaluationsTo(restarted.best())).isLessThan(120);
    }

    @Test
    void hasATextureToLearnWhoseGradientIsRight() {
        SmallTexture texture = new SmallTexture();
        double[] point = texture.noise();
        double[] gradient = new double[point.length];
        texture.at(point, gradient);
        for (int i = 0; i < point.length; i += 97) {
            double before = point[i];
            point[i] = before + 1e-6;
            double above = texture.at(point, new double[point.length]);
            point[i] = before - 1e-6;
            double below = texture.at(point, new double[point.length]);
            point[i] = before;
            assertThat(gradient[i]).isCloseTo((above - below) / 2e-6, within(1e-7));
        }
    }

    @Test
    void forgetsTheCurvatureWhenItRestarts() {
        Problem problem = Problem.quadratic(100, 1e4);
        Lbfgs restarting = new Lbfgs(HISTORY, false, 20, Bounds.none(), LineSearch.standard());
        Descent descent = restarting.from(DescentState.at(problem.start()));
        Trace trace = new Trace(problem.objective());
        int restarts = 0;
        boolean forgot = true;
        for (int i = 0; i < 100 && trace.values.size() < 100; i++) {
            descent.step(trace);
            boolean knows = descent.state().arrays().containsKey("step.0");
            restarts += knows || forgot ? 0 : 1;
            forgot = !knows;
        }

        // Every 20 evaluations, or one or two later at the end of the iteration.
        assertThat(restarts).isBetween(4, 5);
    }

    @Test
    void goesRoundAHoleWhereTheLossIsNotDefined() {
        Problem problem = Problem.quadratic(10, 10);
        Trace trace = new Trace((point, gradient) -> {
            double value = problem.objective().at(point, gradient);
            return point[0] < 1 && point[0] > 0.5 ? Double.NaN : value;
        });
        trace.follow(optimizer(), problem.start(), 200);

        assertThat(trace.values).contains(Double.NaN);
        assertThat(trace.best()).isLessThan(1e-3);
    }

    @Test
    void refusesEstimates() {
        assertThatThrownBy(() -> optimizer().stochastic(DescentState.at(new double[2])))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("type must be one for losses that are estimated from batches, such as adam");
    }

    @Test
    void refusesKeysOutOfRange() {
        assertThatThrownBy(() -> Lbfgs.withHistory(0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("history must be at least 1, but is 0");
        assertThatThrownBy(() -> new LineSearch(0.5, 0.9, 20, 0.01)).hasMessageStartingWith("decrease must be");
        assertThatThrownBy(() -> new LineSearch(0.1, 0.05, 20, 0.01)).hasMessageStartingWith("curvature must be");
        assertThatThrownBy(() -> Bounds.between(1, 0)).hasMessageStartingWith("lower must be less");
    }

    @Test
    void refusesAStateThatDoesNotFit() {
        Problem problem = Problem.rosenbrock(4);
        Descent descent = optimizer().from(DescentState.at(problem.start()));
        descent.step(problem.objective());
        assertThat(descent.step(problem.objective())).isEqualTo(Outcome.CONTINUES);
        Map<String, double[]> arrays = new LinkedHashMap<>(descent.state().arrays());
        arrays.put("gradient", new double[3]);

        assertThatThrownBy(() -> optimizer().from(new DescentState(arrays)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("gradient must hold 4 numbers, but holds 3");
    }

    private static double[] minimiseWithOracle(Trace trace, double[] start) {
        LBFGS_Param parameters = com.github.lbfgs4j.liblbfgs.Lbfgs.defaultParams();
        parameters.m = HISTORY;
        parameters.epsilon = 1e-9;
        return new LbfgsMinimizer(parameters, false).minimize(new OracleFunction(trace, start.length), start.clone());
    }

    /** The oracle asks for the gradient first, then for the value at the same point. */
    private static final class OracleFunction implements Function {
        private final Trace trace;
        private final int dimension;
        private double value;

        OracleFunction(Trace trace, int dimension) {
            this.trace = trace;
            this.dimension = dimension;
        }

        @Override
        public int getDimension() {
            return dimension;
        }

        @Override
        public double[] gradientAt(double[] point) {
            double[] gradient = new double[point.length];
            value = trace.at(point, gradient);
            return gradient;
        }

        @Override
        public double valueAt(double[] point) {
            return value;
        }
    }
}
