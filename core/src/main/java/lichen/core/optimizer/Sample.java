package lichen.core.optimizer;

/** A point with the objective's value and gradient there. Its arrays are used again and again. */
final class Sample {
    final double[] point;
    final double[] gradient;

    /** Infinite where the objective, or its gradient, is not finite. */
    double value = Double.POSITIVE_INFINITY;

    private double step;
    private double slope;

    Sample(int length) {
        point = new double[length];
        gradient = new double[length];
    }

    /** Evaluates the objective at the point. */
    void evaluate(Objective objective) {
        double found = objective.at(point, gradient);
        boolean finite = Double.isFinite(found) && Double.isFinite(Vectors.dot(gradient, gradient));
        value = finite ? found : Double.POSITIVE_INFINITY;
    }

    /** Takes over another's point. */
    void copyPoint(Sample other) {
        System.arraycopy(other.point, 0, point, 0, point.length);
    }

    /** Notes where on a line the point lies, and the derivative of the value along it. */
    void place(double along, double derivative) {
        step = along;
        slope = derivative;
    }

    /** The sample as a place on that line. */
    Knot knot() {
        return new Knot(step, value, slope);
    }

    boolean isFinite() {
        return Double.isFinite(value);
    }
}
