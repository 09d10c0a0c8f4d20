package lichen.core.diff;

/**
 * The transposed Jacobian of a map at a point: from d loss / d value to d loss / d argument. It is linear in its argument.
 *
 * @param <X> the argument's type
 * @param <Y> the value's type
 */
@FunctionalInterface
public interface Pullback<X, Y> {
    /** Carries a gradient back. May be called once per evaluation; the cotangent is only read. */
    X apply(Y cotangent);
}
