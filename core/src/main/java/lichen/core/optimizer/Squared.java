package lichen.core.optimizer;

import lichen.core.check.InvalidValueException;

/**
 * Half the square of an objective, f^2 / 2, with the gradient f df: it has the same minima, and a curvature at zero where a
 * distance has a tip.
 *
 * @param objective not negative
 */
record Squared(Objective objective) implements Objective {
    @Override
    public double at(double[] point, double[] gradient) {
        double value = objective.at(point, gradient);
        if (value < 0) {
            throw new InvalidValueException("squared", "must be false for a loss that can be negative: it is " + value);
        }
        Vectors.scale(value, gradient);
        return value * value / 2;
    }

    /** The value of the objective where its half square has this value. */
    static double root(double value) {
        return Math.sqrt(2 * value);
    }
}
