package lichen.core.optimizer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link Adam} at work. The first step, and each one after going back, only evaluates the point. */
final class AdamDescent implements Descent {
    private static final String GRADIENT = "gradient";
    private static final String BEST = "best";
    private static final String COUNTERS = "counters";

    private final Recoveries recoveries = new Recoveries();
    private final double[] best;
    private Sample current;
    private Sample next;
    private AdamMoments moments;
    private AdamMoments nextMoments;
    private long steps;
    private long evaluations;
    private boolean known;
    private double firstValue = Double.POSITIVE_INFINITY;
    private double bestValue = Double.POSITIVE_INFINITY;

    AdamDescent(Adam settings, DescentState state) {
        double[] point = state.array(DescentState.POINT);
        int length = point.length;
        best = new double[length];
        current = new Sample(length);
        next = new Sample(length);
        moments = new AdamMoments(settings, length);
        nextMoments = new AdamMoments(settings, length);
        System.arraycopy(point, 0, current.point, 0, length);
        if (state.isFresh()) {
            settings.bounds().clamp(current.point);
        } else {
            restore(state);
        }
    }

    /** A state for another objective: the point and the moments stay, values are forgotten. */
    static DescentState carried(DescentState state) {
        if (state.isFresh()) {
            return state;
        }
        Map<String, double[]> arrays = new LinkedHashMap<>(state.arrays());
        arrays.put(BEST, state.array(DescentState.POINT));
        double none = Double.POSITIVE_INFINITY;
        double steps = state.array(COUNTERS)[3];
        arrays.put(COUNTERS, new double[] {none, none, none, steps, 0, 0, 0, 1});
        return new DescentState(arrays);
    }

    @Override
    public Outcome step(Objective objective) {
        if (!known) {
            return look(objective);
        }
        nextMoments.follow(moments, current.gradient);
        boolean moves = move();
        if (!moves) {
            return Outcome.CONVERGED;
        }
        next.evaluate(objective);
        evaluations++;
        if (isBad(next)) {
            return recover();
        }
        Sample sample = current;
        current = next;
        next = sample;
        AdamMoments used = moments;
        moments = nextMoments;
        nextMoments = used;
        steps++;
        keepBest();
        return Outcome.CONTINUES;
    }

    @Override
    public DescentState state() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put(DescentState.POINT, current.point);
        if (evaluations > 0 || steps > 0) {
            arrays.put(GRADIENT, current.gradient);
            arrays.put(BEST, best);
            moments.save(arrays);
            arrays.put(COUNTERS, new double[] {
                current.value,
                firstValue,
                bestValue,
                steps,
                evaluations,
                known ? 1 : 0,
                recoveries.inARow(),
                recoveries.factor()
            });
        }
        return new DescentState(arrays);
    }

    private void restore(DescentState state) {
        state.copy(GRADIENT, current.gradient);
        state.copy(BEST, best);
        moments.restore(state);
        double[] counters = state.array(COUNTERS);
        current.value = counters[0];
        firstValue = counters[1];
        bestValue = counters[2];
        steps = (long) counters[3];
        evaluations = (long) counters[4];
        known = counters[5] != 0;
        recoveries.restore((int) counters[6], counters[7]);
    }

    private Outcome look(Objective objective) {
        next.copyPoint(current);
        next.evaluate(objective);
        if (evaluations == 0) {
            Recoveries.requireFiniteStart(next);
            firstValue = next.value;
        }
        evaluations++;
        if (isBad(next)) {
            return recover();
        }
        Sample sample = current;
        current = next;
        next = sample;
        known = true;
        keepBest();
        return Outcome.CONTINUES;
    }

    /** Sets the next point; returns whether it differs from this one. */
    private boolean move() {
        nextMoments.move(steps, recoveries.factor(), current.point, next.point);
        return !Arrays.equals(next.point, current.point);
    }

    private boolean isBad(Sample sample) {
        return !sample.isFinite() || Recoveries.hasExploded(sample.value, firstValue, bestValue);
    }

    private void keepBest() {
        if (current.value < bestValue) {
            bestValue = current.value;
            System.arraycopy(current.point, 0, best, 0, best.length);
            recoveries.progressed();
        }
    }

    private Outcome recover() {
        recoveries.goBack(evaluations, bestValue, "learning-rate");
        System.arraycopy(best, 0, current.point, 0, best.length);
        current.value = bestValue;
        moments.clear();
        steps = 0;
        known = false;
        return Outcome.RECOVERED;
    }
}
