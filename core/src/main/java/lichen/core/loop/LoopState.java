package lichen.core.loop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.optimizer.DescentState;
import lichen.core.optimizer.Optimizer;

/**
 * All that is needed to go on from between two iterations, as arrays by name: fit for one file.
 *
 * @param arrays the arrays, not copied
 */
public record LoopState(Map<String, double[]> arrays) {
    private static final String ALONE = "";
    private static final String COUNTERS = "counters";

    /** Keeps the order. */
    public LoopState {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** The state of a minimisation that has not begun; the point is copied. */
    public static LoopState at(double[] point) {
        return at(Map.of(ALONE, point));
    }

    /** The state of several players who have not begun, by name; the points are copied. */
    public static LoopState at(Map<String, double[]> points) {
        Map<String, PlayerState> players = new LinkedHashMap<>();
        points.forEach((name, point) -> players.put(name, PlayerState.at(DescentState.at(point))));
        return of(players, new Counters(0, 0, 0));
    }

    /**
     * The state for going on at another point, with another objective: evaluations and time are counted on.
     *
     * @param minimum what was reached before
     */
    public static LoopState after(Minimum minimum, double[] point) {
        return after(minimum, DescentState.at(point));
    }

    /**
     * The state for going on with another objective over the same parameters, with what the optimiser keeps then.
     *
     * @param minimum what was reached from this state
     */
    public LoopState carried(Optimizer optimizer, Minimum minimum) {
        return after(minimum, optimizer.carried(player(ALONE).descent(), minimum.point()));
    }

    private static LoopState after(Minimum minimum, DescentState descent) {
        return of(Map.of(ALONE, PlayerState.at(descent)), new Counters(minimum.evaluations(), minimum.seconds(), 0));
    }

    /** Puts the parts together; nothing is copied. */
    static LoopState of(Map<String, PlayerState> players, Counters counters) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        players.forEach((name, state) -> state.write(name, arrays));
        arrays.put(COUNTERS, new double[] {counters.evaluations, counters.seconds, counters.turn});
        return new LoopState(arrays);
    }

    /** The evaluations made so far; records of later ones are to be dropped before going on. */
    public int evaluations() {
        return counters().evaluations;
    }

    /** The point of the lowest loss of the only player: a view. */
    public double[] bestPoint() {
        return player(ALONE).best();
    }

    /** What the objective of the only player remembers. */
    public Map<String, double[]> memory() {
        return player(ALONE).memory();
    }

    PlayerState player(String name) {
        return PlayerState.read(name, arrays);
    }

    Counters counters() {
        double[] numbers = PlayerState.array(COUNTERS, arrays);
        return new Counters((int) numbers[0], numbers[1], (int) numbers[2]);
    }

    /**
     * The numbers of a state.
     *
     * @param evaluations made so far
     * @param seconds wall-clock time so far
     * @param turn whose it is, by place in the list of players
     */
    record Counters(int evaluations, double seconds, int turn) {}
}
