package lichen.core.optimizer;

import java.util.Map;

/** A function to be minimised, with its gradient. */
@FunctionalInterface
public interface Objective {
    /**
     * Evaluates the function.
     *
     * @param point the parameters; only read
     * @param gradient receives d value / d point; of the same length
     * @return the value; not-a-number or infinite where the function is not defined
     */
    double at(double[] point, double[] gradient);

    /**
     * Whether it is an estimate that another evaluation gives differently: of a batch that is drawn anew, or against an
     * opponent who moves. Values then do not compare, no point is known to be the best, and an optimiser makes its
     * {@link Optimizer#stochastic stochastic} steps: one evaluation each.
     */
    default boolean isStochastic() {
        return false;
    }

    /**
     * An optimiser begins, or goes on, at this point.
     *
     * @param point only read, and not kept
     * @param memory what {@link #memory} gave when it was there; empty if it begins
     */
    default void enter(double[] point, Map<String, double[]> memory) {}

    /**
     * An iteration is complete, and the optimiser now stands at this point, where it may not have evaluated yet. For
     * objectives that count their draws, or whose parameters others compute with.
     *
     * @param point only read, and not kept
     */
    default void settle(double[] point) {}

    /** What it remembers beside the point, as arrays by name, copied: statistics that follow what was seen, counts of draws. */
    default Map<String, double[]> memory() {
        return Map.of();
    }
}
