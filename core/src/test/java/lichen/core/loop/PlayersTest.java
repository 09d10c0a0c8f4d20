package lichen.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.core.optimizer.Adam;
import lichen.core.optimizer.Bounds;
import lichen.core.optimizer.InverseTimeRate;
import lichen.core.optimizer.Objective;
import lichen.core.optimizer.Optimizer;
import org.junit.jupiter.api.Test;

/** Two players with one function, f(x, y) = x^2 / 2 + 2 x y - y^2 / 2 - x: one lowers it by x, the other lifts it by y. */
final class PlayersTest {
    private static final double[] START = {1, 1};
    /** Where neither gains by moving: x + 2 y = 1 and 2 x = y. */
    private static final double[] SADDLE = {0.2, 0.4};

    /**
     * One side of the game.
     *
     * @param own the place of its number
     */
    private record Side(int own, double[] board, List<Integer> moves) implements Objective {
        @Override
        public double at(double[] point, double[] gradient) {
            double x = own == 0 ? point[0] : board[0];
            double y = own == 1 ? point[0] : board[1];
            double value = x * x / 2 + 2 * x * y - y * y / 2 - x;
            gradient[0] = own == 0 ? x + 2 * y - 1 : y - 2 * x;
            return own == 0 ? value : -value;
        }

        @Override
        public boolean isStochastic() {
            return true;
        }

        @Override
        public void enter(double[] point, Map<String, double[]> memory) {
            board[own] = point[0];
            moves.add((int) memory.getOrDefault("moves", new double[1])[0]);
        }

        @Override
        public void settle(double[] point) {
            board[own] = point[0];
            moves.set(0, moves.get(0) + 1);
        }

        @Override
        public Map<String, double[]> memory() {
            return Map.of("moves", new double[] {moves.get(0)});
        }
    }

    private static List<Player> players() {
        double[] board = new double[2];
        Optimizer adam = new Adam(0.05, new InverseTimeRate(0.01), Optional.empty(), 0, 0.999, 1e-8, Bounds.none());
        return List.of(
                new Player("lower", adam, new Side(0, board, new ArrayList<>())),
                new Player("lift", adam, new Side(1, board, new ArrayList<>())));
    }

    private static LoopState start() {
        Map<String, double[]> points = new LinkedHashMap<>();
        points.put("lower", new double[] {START[0]});
        points.put("lift", new double[] {START[1]});
        return LoopState.at(points);
    }

    private static double[] reached(Map<String, Minimum> minima) {
        return new double[] {
            Objects.requireNonNull(minima.get("lower")).point()[0],
            Objects.requireNonNull(minima.get("lift")).point()[0]
        };
    }

    @Test
    void comeToTheSaddleWhereNeitherGainsByMoving() {
        Map<String, Minimum> minima = new Loop(StopRule.afterEvaluations(20_000), step -> {}).play(players(), start());

        assertThat(reached(minima)).containsExactly(SADDLE, within(1e-3));
    }

    @Test
    void takeTurns() {
        Recorder recorder = new Recorder();
        Map<String, Minimum> minima = new Loop(StopRule.afterEvaluations(5), recorder).play(players(), start());

        assertThat(recorder.steps.stream().map(Step::player))
                .containsExactly("lower", "lift", "lower", "lift", "lower");
        assertThat(recorder.steps.stream().map(Step::evaluation)).containsExactly(1, 2, 3, 4, 5);
        assertThat(minima.values()).allMatch(minimum -> minimum.ending() == Ending.BUDGET);
    }

    @Test
    void goOnWithTheSameTurnToTheSameBytesAfterAnyStop() {
        double[] expected = reached(new Loop(StopRule.afterEvaluations(40), step -> {}).play(players(), start()));
        for (int stopAfter = 1; stopAfter < 40; stopAfter++) {
            Recorder first = new Recorder();
            Loop interrupted = new Loop(StopRule.afterEvaluations(40), first);
            first.stopAfter(stopAfter, interrupted);
            interrupted.play(players(), start());
            Recorder second = new Recorder();
            List<Player> others = players();
            double[] resumed = reached(new Loop(StopRule.afterEvaluations(40), second).play(others, first.last));

            assertThat(resumed).isEqualTo(expected);
            assertThat(second.steps.get(0).player()).isEqualTo(stopAfter % 2 == 0 ? "lower" : "lift");
            assertThat(others).allMatch(player -> memory(player) == 20);
        }
    }

    private static double memory(Player player) {
        return Objects.requireNonNull(player.objective().memory().get("moves"))[0];
    }

    @Test
    void areRefusedWhereAnOptimiserWouldTrustItsLastValue() {
        Objective plain = (point, gradient) -> 0;
        List<Player> two = List.of(
                new Player("one", Adam.withLearningRate(1), plain), new Player("two", Adam.withLearningRate(1), plain));
        Map<String, double[]> points = Map.of("one", new double[1], "two", new double[1]);

        assertThatThrownBy(() -> new Loop(StopRule.afterEvaluations(4), step -> {}).play(two, LoopState.at(points)))
                .hasMessage("objective of one must be stochastic, as it changes when the others move");
    }

    @Test
    void haveNoToleranceToEndBy() {
        StopRule tolerant = new StopRule(100, 0.01, 5, 0);

        assertThatThrownBy(() -> new Loop(tolerant, step -> {}).play(players(), start()))
                .hasMessage("tolerance must be 0 where the loss is estimated from batches");
    }
}
