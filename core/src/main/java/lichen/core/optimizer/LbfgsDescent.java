package lichen.core.optimizer;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@link Lbfgs} at work. The first step only evaluates the start. */
final class LbfgsDescent implements Descent {
    private static final String GRADIENT = "gradient";
    private static final String COUNTERS = "counters";

    /** Iterations in a row without a lower value after which no more is to be had. */
    private static final int PATIENCE = 5;

    private final Lbfgs settings;
    private final CurvatureMemory memory;
    private final WolfeSearch search;
    private final Recoveries recoveries = new Recoveries();
    private final double[] direction;
    private Sample current;
    private long evaluations;
    private long sinceRestart;
    private int stalls;
    private double best = Double.POSITIVE_INFINITY;

    LbfgsDescent(Lbfgs settings, DescentState state) {
        this.settings = settings;
        double[] point = state.array(DescentState.POINT);
        int length = point.length;
        memory = new CurvatureMemory(settings.history(), length);
        search = new WolfeSearch(settings.lineSearch(), length);
        direction = new double[length];
        current = new Sample(length);
        System.arraycopy(point, 0, current.point, 0, length);
        if (state.isFresh()) {
            settings.bounds().clamp(current.point);
        } else {
            restore(state);
        }
    }

    @Override
    public Outcome step(Objective loss) {
        Objective objective = settings.squared() ? new Squared(loss) : loss;
        if (evaluations == 0) {
            return begin(objective);
        }
        boolean informed = aim();
        Ray ray = new Ray(current, direction, settings.bounds());
        if (!(ray.slope() < 0)) {
            return Outcome.CONVERGED;
        }
        double firstStep = informed ? 1 : uninformedStep();
        WolfeSearch.Result result = search.search(ray, firstStep, objective);
        evaluations += search.evaluations();
        sinceRestart += search.evaluations();
        if (!informed) {
            memory.clear();
        }
        return switch (result) {
            case FOUND -> advance();
            case STUCK -> forget();
            case UNDEFINED -> recover();
        };
    }

    @Override
    public DescentState state() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put(DescentState.POINT, current.point);
        if (evaluations > 0) {
            arrays.put(GRADIENT, current.gradient);
            arrays.put(COUNTERS, new double[] {
                current.value,
                best,
                evaluations,
                sinceRestart,
                stalls,
                recoveries.inARow(),
                recoveries.factor(),
                memory.size()
            });
            memory.save(arrays);
        }
        return new DescentState(arrays);
    }

    private void restore(DescentState state) {
        state.copy(GRADIENT, current.gradient);
        double[] counters = state.array(COUNTERS);
        current.value = counters[0];
        best = counters[1];
        evaluations = (long) counters[2];
        sinceRestart = (long) counters[3];
        stalls = (int) counters[4];
        recoveries.restore((int) counters[5], counters[6]);
        memory.restore(state, (int) counters[7]);
    }

    private Outcome begin(Objective objective) {
        current.evaluate(objective);
        Recoveries.requireFiniteStart(current);
        best = current.value;
        evaluations = 1;
        sinceRestart = 1;
        return Outcome.CONTINUES;
    }

    /** Sets the direction; returns whether it could be made from the memory. */
    private boolean aim() {
        steepest();
        if (memory.isEmpty()) {
            return false;
        }
        memory.applyInverseHessian(direction);
        settings.bounds().block(current.point, current.gradient, direction);
        if (Vectors.dot(direction, current.gradient) < 0) {
            return true;
        }
        steepest();
        return false;
    }

    private void steepest() {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -current.gradient[i];
        }
        settings.bounds().block(current.point, current.gradient, direction);
    }

    private double uninformedStep() {
        double length = Math.sqrt(Vectors.dot(direction, direction) / direction.length);
        return settings.lineSearch().firstStep() * recoveries.factor() / length;
    }

    private Outcome advance() {
        memory.add(current, search.found());
        current = search.exchange(current);
        if (settings.restartEvery() > 0 && sinceRestart >= settings.restartEvery()) {
            memory.clear();
            sinceRestart = 0;
        }
        if (current.value < best) {
            best = current.value;
            stalls = 0;
            recoveries.progressed();
            return Outcome.CONTINUES;
        }
        stalls++;
        return stalls < PATIENCE ? Outcome.CONTINUES : Outcome.CONVERGED;
    }

    /** What the memory says leads nowhere, so begin it again; if there was none, this is the end. */
    private Outcome forget() {
        if (memory.isEmpty()) {
            return Outcome.CONVERGED;
        }
        memory.clear();
        return Outcome.CONTINUES;
    }

    private Outcome recover() {
        memory.clear();
        recoveries.goBack(evaluations, asLoss(best), "line-search.first-step");
        return Outcome.RECOVERED;
    }

    private double asLoss(double value) {
        return settings.squared() ? Squared.root(value) : value;
    }
}
