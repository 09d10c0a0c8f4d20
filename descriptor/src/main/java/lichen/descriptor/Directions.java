package lichen.descriptor;

import java.util.random.RandomGenerator;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Random unit vectors, uniform on the sphere. Sets of at most as many as there are dimensions are orthonormal: they see the
 * whole space, where independent ones would look at some of it twice.
 *
 * @param seed what they are drawn from
 * @param count how many
 * @param dimensions of the space
 */
record Directions(long seed, int count, int dimensions) {
    /** The directions as an array of the shape, which holds {@code [count,dimensions]}; drawn once for each scope. */
    INDArray draw(TensorScope scope, long... shape) {
        return scope.constant(this, this::numbers, shape);
    }

    /** Normal numbers, made orthonormal by Gram and Schmidt: uniform over all rotations. */
    private float[] numbers() {
        RandomGenerator random = new RandomStreams(seed).stream("directions in " + dimensions);
        double[][] directions = new double[count][dimensions];
        float[] numbers = new float[count * dimensions];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < dimensions; k++) {
                directions[i][k] = random.nextGaussian();
            }
            for (int j = i - i % dimensions; j < i; j++) {
                add(-dot(directions[i], directions[j]), directions[j], directions[i]);
            }
            double length = Math.sqrt(dot(directions[i], directions[i]));
            for (int k = 0; k < dimensions; k++) {
                directions[i][k] /= length;
                numbers[i * dimensions + k] = (float) directions[i][k];
            }
        }
        return numbers;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }

    private static void add(double factor, double[] x, double[] y) {
        for (int k = 0; k < x.length; k++) {
            y[k] += factor * x[k];
        }
    }
}
