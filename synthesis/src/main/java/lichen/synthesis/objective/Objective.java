package lichen.synthesis.objective;

/** A function to be minimised, with its gradient. */
@FunctionalInterface
public interface Objective {
    /**
     * Evaluates the function.
     *
     * @param point the parameters; only read
     * @param gradient receives d value / d point; of the same length
     * @return the value; not-a-number or infinite where the function is not defined
     */
    double at(double[] point, double[] gradient);
}
