package lichen.app.quality.measure;

import java.util.random.RandomGenerator;

/** Random directions. */
final class UnitVectors {
    private UnitVectors() {}

    /** A vector of length 1, drawn evenly from the sphere. */
    static double[] draw(int dimension, RandomGenerator random) {
        double[] direction = new double[dimension];
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            direction[i] = random.nextGaussian();
            squares += direction[i] * direction[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < dimension; i++) {
            direction[i] /= length;
        }
        return direction;
    }
}
