package lichen.core.optimizer;

/**
 * Finds a step along a ray that meets the strong Wolfe conditions: steps grow until a minimum is bracketed, then the
 * bracket shrinks, each time to the minimum of the cubic through its ends.
 *
 * <p>Where values are equal but for rounding, slopes decide ("approximate Wolfe conditions"). Where the objective is not
 * defined the step was too long.
 *
 * <p>Sources: Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 3.5 and 3.6; Hager and Zhang, A new
 * conjugate gradient method with guaranteed descent and an efficient line search, 2005, section 4.
 */
final class WolfeSearch {
    /** How a search ended. */
    enum Result {
        /** {@link #found} is lower, or equal at the precision of the values. */
        FOUND,
        /** No point is lower. */
        STUCK,
        /** The objective was not defined at any point tried. */
        UNDEFINED
    }

    /** Relative noise of values computed in 32 bits. */
    private static final double NOISE = 1e-6;

    private final LineSearch rules;
    private Sample lowest;
    private Sample trial;
    private int evaluations;

    WolfeSearch(LineSearch rules, int length) {
        this.rules = rules;
        lowest = new Sample(length);
        trial = new Sample(length);
    }

    /** Searches, from a first step. */
    Result search(Ray ray, double firstStep, Objective objective) {
        Knot start = new Knot(0, ray.origin().value, ray.slope());
        Bracket bracket = new Bracket(start);
        boolean defined = false;
        double step = firstStep;
        for (evaluations = 1; evaluations <= rules.evaluations(); evaluations++) {
            ray.evaluate(step, objective, trial);
            defined |= trial.isFinite();
            Knot knot = trial.knot();
            if (!isLower(knot, start)
                    || (bracket.low().step() > 0 && knot.value() > bracket.low().value())) {
                bracket.close(knot);
            } else {
                bracket.lower(knot);
                swap();
                if (Math.abs(knot.slope()) <= -rules.curvature() * start.slope()) {
                    return Result.FOUND;
                }
            }
            if (bracket.isSpent()) {
                break;
            }
            step = bracket.next();
        }
        evaluations = Math.min(evaluations, rules.evaluations());
        if (bracket.low().step() > 0) {
            return Result.FOUND;
        }
        return defined ? Result.STUCK : Result.UNDEFINED;
    }

    /** The sample that the last search found; good until the next search. */
    Sample found() {
        return lowest;
    }

    /** Gives {@link #found} away, and takes another sample to work with in its place. */
    Sample exchange(Sample other) {
        Sample found = lowest;
        lowest = other;
        return found;
    }

    /** The evaluations of the last search. */
    int evaluations() {
        return evaluations;
    }

    private boolean isLower(Knot knot, Knot start) {
        if (knot.value() <= start.value() + rules.decrease() * knot.step() * start.slope()) {
            return true;
        }
        return knot.value() <= start.value() + NOISE * Math.abs(start.value())
                && knot.slope() <= (2 * rules.decrease() - 1) * start.slope();
    }

    private void swap() {
        Sample low = trial;
        trial = lowest;
        lowest = low;
    }
}
