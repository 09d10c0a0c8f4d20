package lichen.core.optimizer;

import java.util.ArrayList;
import java.util.List;

/** An objective that remembers the values it gave. */
final class Trace implements Objective {
    final List<Double> values = new ArrayList<>();
    private final Objective objective;

    Trace(Objective objective) {
        this.objective = objective;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        double value = objective.at(point, gradient);
        values.add(value);
        return value;
    }

    double best() {
        return bestAfter(values.size());
    }

    double bestAfter(int evaluations) {
        return values.stream()
                .limit(evaluations)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .min()
                .orElseThrow();
    }

    /** The evaluations made until the value came down to a level. */
    int evaluationsTo(double level) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) <= level) {
                return i + 1;
            }
        }
        throw new AssertionError("came down to " + best() + " only, not to " + level);
    }

    /** Runs an optimiser until it is done or has made so many evaluations; returns the point reached. */
    double[] follow(Optimizer optimizer, double[] start, int evaluations) {
        Descent descent = optimizer.from(DescentState.at(start));
        while (values.size() < evaluations) {
            if (descent.step(this) == Descent.Outcome.CONVERGED) {
                break;
            }
        }
        return pointOf(descent);
    }

    /** The point reached. */
    static double[] pointOf(Descent descent) {
        return descent.state().array(DescentState.POINT);
    }
}
