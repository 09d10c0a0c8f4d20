package lichen.core.diff;

/**
 * A map from {@code X} to {@code Y} that can carry a gradient back.
 *
 * @param <X> what goes in
 * @param <Y> what comes out
 */
@FunctionalInterface
public interface Differentiable<X, Y> {
    /**
     * Evaluates the map. The argument is only read; the evaluation may live in buffers of the map, and then holds until
     * the next call.
     */
    Evaluation<X, Y> at(X x);
}
