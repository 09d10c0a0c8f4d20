package lichen.core.optimizer;

/**
 * The points origin + step * direction, each moved into the bounds: a straight line that bends where it meets a bound.
 *
 * @param origin where it starts
 * @param direction where it leads; the value goes down at first
 * @param bounds the box it stays in
 */
record Ray(Sample origin, double[] direction, Bounds bounds) {
    /** d value / d step at the origin. */
    double slope() {
        return Vectors.dot(direction, origin.gradient);
    }

    /** Evaluates the objective so many steps along. */
    void evaluate(double step, Objective objective, Sample to) {
        Vectors.sum(origin.point, step, direction, to.point);
        bounds.clamp(to.point);
        to.evaluate(objective);
        to.place(step, bounds.dotInside(to.point, direction, to.gradient));
    }
}
