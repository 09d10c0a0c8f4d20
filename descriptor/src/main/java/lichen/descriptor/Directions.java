package lichen.descriptor;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import lichen.core.random.GramSchmidt;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Random unit vectors, uniform on the sphere. Sets of at most as many as there are dimensions are orthonormal: they see the
 * whole space, where independent ones would look at some of it twice. The first ones may be bound to sum to 0, uniform among
 * such vectors.
 *
 * @param seed what they are drawn from
 * @param count how many
 * @param dimensions of the space
 * @param contrast share of them that sum to 0
 */
record Directions(long seed, int count, int dimensions, double contrast) {
    /** The directions as an array of the shape, which holds {@code [count,dimensions]}; drawn once for each scope. */
    INDArray draw(TensorScope scope, long... shape) {
        return scope.constant(this, this::numbers, shape);
    }

    /** Normal numbers, made orthonormal by Gram and Schmidt: uniform over all rotations. */
    private float[] numbers() {
        RandomGenerator random = new RandomStreams(seed).stream("directions in " + dimensions);
        int balanced = dimensions == 1 ? 0 : (int) Math.round(contrast * count);
        float[] numbers = new float[count * dimensions];
        fill(numbers, 0, balanced, true, random);
        fill(numbers, balanced, count, false, random);
        return numbers;
    }

    private void fill(float[] numbers, int first, int end, boolean balanced, RandomGenerator random) {
        int rank = balanced ? dimensions - 1 : dimensions;
        double[][] directions = new double[end - first][dimensions];
        for (int i = 0; i < directions.length; i++) {
            Arrays.setAll(directions[i], k -> random.nextGaussian());
            if (balanced) {
                double mean = Arrays.stream(directions[i]).average().orElseThrow();
                Arrays.setAll(directions[i], shifted(directions[i], -mean));
            }
            double length = GramSchmidt.separate(directions, i - i % rank, i);
            for (int k = 0; k < dimensions; k++) {
                directions[i][k] /= length;
                numbers[(first + i) * dimensions + k] = (float) directions[i][k];
            }
        }
    }

    private static IntToDoubleFunction shifted(double[] x, double by) {
        return k -> x[k] + by;
    }
}
