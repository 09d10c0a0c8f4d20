package lichen.core.optimizer;

import java.util.Optional;

/** An optimiser at work. Its arrays are its own. */
public interface Descent {
    /**
     * Makes one iteration: one or several evaluations of the objective. The objective may end it early by throwing; the
     * state is then as it was before the iteration.
     *
     * <p>Where the value is not a number, infinite, or has exploded, the descent goes back to its best point and tries more
     * carefully.
     *
     * @throws DivergenceException if it cannot recover
     */
    Outcome step(Objective objective);

    /** Everything that the rest of the descent depends on, the point reached among it: a view, valid until the next step, not to be changed. */
    DescentState state();

    /**
     * The point that it offers as its result in place of the best that was evaluated. Beside the two methods, because only one that
     * computes a point of its own has any.
     */
    default Optional<double[]> answer() {
        return Optional.empty();
    }

    /** How an iteration ended. */
    enum Outcome {
        /** It went down, or may still. */
        CONTINUES,
        /** Not-a-number or an explosion was met; the best point was restored. */
        RECOVERED,
        /** No further progress is possible at the precision of the numbers. */
        CONVERGED
    }
}
