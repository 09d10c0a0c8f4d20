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

    /**
     * This map and then another: {@code x -> next(this(x))}. Gradients come back the other way round.
     *
     * @param <Z> what comes out of the other
     */
    default <Z> Differentiable<X, Z> then(Differentiable<Y, Z> next) {
        return x -> {
            Evaluation<X, Y> first = at(x);
            Evaluation<Y, Z> second = next.at(first.value());
            return new Evaluation<>(
                    second.value(),
                    cotangent -> first.pullback().apply(second.pullback().apply(cotangent)));
        };
    }
}
