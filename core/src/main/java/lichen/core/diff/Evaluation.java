package lichen.core.diff;

/**
 * A value, and the way back from it.
 *
 * @param value f(x)
 * @param pullback the transposed Jacobian of f at x
 * @param <X> the argument's type
 * @param <Y> the value's type
 */
public record Evaluation<X, Y>(Y value, Pullback<X, Y> pullback) {}
