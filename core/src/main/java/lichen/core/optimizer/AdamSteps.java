package lichen.core.optimizer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@link Adam} on estimates: each step evaluates and moves on, and no value is compared with another. */
final class AdamSteps implements Descent {
    private static final String STEPS = "steps";

    private final Adam settings;
    private final AdamMoments moments;
    private final double[] point;
    private final double[] gradient;
    private long steps;
    private double lastValue = Double.POSITIVE_INFINITY;

    AdamSteps(Adam settings, DescentState state) {
        this.settings = settings;
        point = state.array(DescentState.POINT).clone();
        gradient = new double[point.length];
        moments = new AdamMoments(settings, point.length);
        if (state.isFresh()) {
            settings.bounds().clamp(point);
        } else {
            moments.restore(state);
            steps = (long) state.array(STEPS)[0];
        }
    }

    @Override
    public Outcome step(Objective objective) {
        double value = objective.at(point, gradient);
        requireFinite(value);
        lastValue = value;
        moments.follow(moments, gradient);
        moments.move(steps, 1, point, point);
        steps++;
        return Outcome.CONTINUES;
    }

    @Override
    public DescentState state() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put(DescentState.POINT, point);
        if (steps > 0) {
            moments.save(arrays);
            arrays.put(STEPS, new double[] {steps});
        }
        return new DescentState(arrays);
    }

    private void requireFinite(double value) {
        double norm = Math.sqrt(Vectors.dot(gradient, gradient));
        if (!Double.isFinite(value) || !Double.isFinite(norm)) {
            throw new DivergenceException(
                    String.format(
                            Locale.ROOT,
                            "step %d: the loss was not a number, infinite or exploded (%.4g, the length of its gradient %.4g);"
                                    + " set learning-rate below %.3g%s. The state after step %d is the last good one",
                            steps + 1,
                            value,
                            norm,
                            settings.rate(steps),
                            settings.clipNorm().isPresent()
                                    ? ", or a smaller clip-norm"
                                    : ", or set a clip-norm, say 1",
                            steps),
                    lastValue);
        }
    }
}
