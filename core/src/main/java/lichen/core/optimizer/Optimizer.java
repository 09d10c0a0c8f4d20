package lichen.core.optimizer;

import lichen.core.check.InvalidValueException;
import lichen.core.plugin.Summary;

/** A method of minimisation, as a user writes it: a record whose components are JSON keys. */
@Summary("how parameters are changed, step by step")
@FunctionalInterface
public interface Optimizer {
    /**
     * Starts, or goes on where another descent was saved.
     *
     * @param state {@link DescentState#at a point to start from}, or what {@link Descent#state} returned; not kept
     * @return a descent that continues from there exactly as the saved one would have
     */
    Descent from(DescentState state);

    /**
     * As {@link #from}, for an objective that is {@link Objective#isStochastic stochastic}: each step is one evaluation.
     * Only some optimisers can do with estimates; beside the one abstract method for that reason.
     *
     * @throws InvalidValueException if this one cannot
     */
    default Descent stochastic(DescentState state) {
        throw new InvalidValueException("type", "must be one for losses that are estimated from batches, such as adam");
    }

    /**
     * How many numbers the state of a descent comes to at most; by default four for each parameter. Beside the one abstract method,
     * because only a variant knows how much it remembers.
     */
    default long stateNumbers(long parameters) {
        return 4 * parameters;
    }

    /**
     * Checks, before anything is computed, that it can minimise a loss; most can minimise any.
     *
     * @param canBeNegative whether the loss can be less than 0
     * @throws InvalidValueException naming the key that does not fit
     */
    default void requireFit(boolean canBeNegative) {}

    /**
     * Where to go on with another objective of the same kind and parameters: by default at the best point, with nothing
     * remembered.
     *
     * @param state where a descent of this optimiser ended
     * @param best the best point that was evaluated
     */
    default DescentState carried(DescentState state, double[] best) {
        return DescentState.at(best);
    }
}
