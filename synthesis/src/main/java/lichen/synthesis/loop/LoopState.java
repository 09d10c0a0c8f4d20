package lichen.synthesis.loop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.check.InvalidValueException;
import lichen.synthesis.optimizer.DescentState;
import lichen.synthesis.optimizer.Optimizer;

/**
 * All that is needed to go on with a synthesis from between two iterations, as arrays by name: fit for one file.
 *
 * @param arrays the arrays, not copied
 */
public record LoopState(Map<String, double[]> arrays) {
    private static final String DESCENT = "descent.";
    private static final String BEST = "best";
    private static final String COUNTERS = "counters";
    private static final String RECENT = "recent";

    /** Keeps the order. */
    public LoopState {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** The state of a synthesis that has not begun; the point is copied. */
    public static LoopState at(double[] point) {
        DescentState descent = DescentState.at(point);
        return of(descent, Counters.NONE, descent.array(DescentState.POINT), new double[0]);
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
        return after(minimum, optimizer.carried(descent(), minimum.point()));
    }

    private static LoopState after(Minimum minimum, DescentState descent) {
        Counters counters = new Counters(minimum.evaluations(), Double.POSITIVE_INFINITY, minimum.seconds());
        return of(descent, counters, descent.array(DescentState.POINT), new double[0]);
    }

    /** Puts the parts together; nothing is copied. */
    static LoopState of(DescentState descent, Counters counters, double[] best, double[] recent) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        descent.arrays().forEach((name, array) -> arrays.put(DESCENT + name, array));
        arrays.put(BEST, best);
        arrays.put(COUNTERS, new double[] {counters.evaluations, counters.bestLoss, counters.seconds});
        arrays.put(RECENT, recent);
        return new LoopState(arrays);
    }

    /** The evaluations made so far; records of later ones are to be dropped before going on. */
    public int evaluations() {
        return counters().evaluations;
    }

    /** The lowest loss so far; infinite before the first evaluation. */
    public double bestLoss() {
        return counters().bestLoss;
    }

    /** The point of the lowest loss: a view. */
    public double[] bestPoint() {
        return array(BEST);
    }

    /** The state of the optimiser. */
    DescentState descent() {
        Map<String, double[]> descent = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(DESCENT)) {
                descent.put(name.substring(DESCENT.length()), array);
            }
        });
        return new DescentState(descent);
    }

    Counters counters() {
        double[] numbers = array(COUNTERS);
        return new Counters((int) numbers[0], numbers[1], numbers[2]);
    }

    double[] recent() {
        return array(RECENT);
    }

    private double[] array(String name) {
        double[] array = arrays.get(name);
        if (array == null) {
            throw new InvalidValueException("state", "must hold the array " + name + ", but holds " + arrays.keySet());
        }
        return array;
    }

    /**
     * The numbers of a state.
     *
     * @param evaluations made so far
     * @param bestLoss the lowest so far
     * @param seconds wall-clock time so far
     */
    record Counters(int evaluations, double bestLoss, double seconds) {
        static final Counters NONE = new Counters(0, Double.POSITIVE_INFINITY, 0);
    }
}
