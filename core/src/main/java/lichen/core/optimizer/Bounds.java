package lichen.core.optimizer;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.plugin.Summary;

/**
 * The box that all parameters stay in; the same bounds hold for each.
 *
 * @param lower the least value, if there is one
 * @param upper the greatest value, if there is one
 */
@Summary("a box that all parameters stay in")
public record Bounds(
        @Summary("the least value; none if left out") Optional<Double> lower,
        @Summary("the greatest value; none if left out") Optional<Double> upper) {
    /** Checks that the box is not empty. */
    public Bounds {
        double least = lower.orElse(Double.NEGATIVE_INFINITY);
        double greatest = upper.orElse(Double.POSITIVE_INFINITY);
        Require.that(
                least < greatest,
                lower.isPresent() ? "lower" : "upper",
                "must be less than the upper bound, but the bounds are " + least + " and " + greatest);
    }

    /** No bounds. */
    public static Bounds none() {
        return new Bounds(Optional.empty(), Optional.empty());
    }

    /** A box with both bounds. */
    public static Bounds between(double lower, double upper) {
        return new Bounds(Optional.of(lower), Optional.of(upper));
    }

    /** Whether there is no bound at all. */
    boolean areAbsent() {
        return lower.isEmpty() && upper.isEmpty();
    }

    /** Moves each parameter that is outside to the bound. */
    void clamp(double[] point) {
        if (areAbsent()) {
            return;
        }
        double least = lower.orElse(Double.NEGATIVE_INFINITY);
        double greatest = upper.orElse(Double.POSITIVE_INFINITY);
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.max(least, Math.min(greatest, point[i]));
        }
    }

    /** Sets a vector to zero where the parameter is at a bound that descent along the gradient would push it through. */
    void block(double[] point, double[] gradient, double[] vector) {
        if (areAbsent()) {
            return;
        }
        double least = lower.orElse(Double.NEGATIVE_INFINITY);
        double greatest = upper.orElse(Double.POSITIVE_INFINITY);
        for (int i = 0; i < point.length; i++) {
            if ((point[i] <= least && gradient[i] > 0) || (point[i] >= greatest && gradient[i] < 0)) {
                vector[i] = 0;
            }
        }
    }

    /** The sum of a[i] b[i] over the parameters that lie strictly inside. */
    double dotInside(double[] point, double[] a, double[] b) {
        if (areAbsent()) {
            return Vectors.dot(a, b);
        }
        double least = lower.orElse(Double.NEGATIVE_INFINITY);
        double greatest = upper.orElse(Double.POSITIVE_INFINITY);
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            if (point[i] > least && point[i] < greatest) {
                sum += a[i] * b[i];
            }
        }
        return sum;
    }
}
