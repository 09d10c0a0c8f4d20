package lichen.core.optimizer;

/**
 * What is known of a function of one variable at one place.
 *
 * @param step the place
 * @param value the function there; infinite where it is not defined
 * @param slope its derivative there
 */
record Knot(double step, double value, double slope) {
    /**
     * The place of the minimum of the cubic through two knots; not-a-number where it has none.
     *
     * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd edition, equation 3.59.
     */
    double minimumOfCubic(Knot other) {
        double width = other.step - step;
        double mean = slope + other.slope - 3 * (other.value - value) / width;
        double root = Math.copySign(Math.sqrt(mean * mean - slope * other.slope), width);
        return other.step - width * (other.slope + root - mean) / (other.slope - slope + 2 * root);
    }
}
