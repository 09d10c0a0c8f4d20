package lichen.core.optimizer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The mean of points, the later ones counting more. It stands in the state of a descent beside what that keeps itself. */
final class RunningMean {
    private static final String SUM = "running-sum";
    private static final String WEIGHT = "running-weight";

    private final double memory;
    private final double[] sum;
    private double weight;

    /** The mean that a state holds; one of no points where it holds none. */
    RunningMean(double memory, DescentState state) {
        this.memory = memory;
        sum = new double[state.array(DescentState.POINT).length];
        if (state.arrays().containsKey(SUM)) {
            state.copy(SUM, sum);
            weight = state.array(WEIGHT)[0];
        }
    }

    /** One more point. */
    void add(double[] point) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = memory * sum[i] + point[i];
        }
        weight = memory * weight + 1;
    }

    /** Whether it is a mean of anything. */
    boolean isKnown() {
        return weight > 0;
    }

    /** The mean. */
    double[] point() {
        double[] mean = new double[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sum[i] / weight;
        }
        return mean;
    }

    /** A state with this mean, if there is one yet: a view. */
    DescentState with(DescentState state) {
        if (!isKnown()) {
            return state;
        }
        Map<String, double[]> arrays = new LinkedHashMap<>(state.arrays());
        arrays.put(SUM, sum);
        arrays.put(WEIGHT, new double[] {weight});
        return new DescentState(arrays);
    }

    /** A state without the mean: a view. */
    static DescentState without(DescentState state) {
        Map<String, double[]> arrays = new LinkedHashMap<>(state.arrays());
        arrays.remove(SUM);
        arrays.remove(WEIGHT);
        return new DescentState(arrays);
    }
}
