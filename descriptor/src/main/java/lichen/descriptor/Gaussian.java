package lichen.descriptor;

import java.util.Arrays;
import lichen.core.check.Require;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A normal distribution, as {@link Covariance} describes a layer.
 *
 * @param mean {@code [C]}
 * @param covariance {@code [C][C]}, exactly symmetric
 */
record Gaussian(double[] mean, double[][] covariance) {
    /**
     * Reads a signature.
     *
     * @param layer its name, for the message
     * @param statistics {@code [C+1,C]}
     * @throws lichen.core.check.InvalidValueException if it is not of that shape
     */
    static Gaussian of(String layer, INDArray statistics) {
        Require.that(
                statistics.rank() == 2 && statistics.size(0) == statistics.size(1) + 1,
                "signature",
                "must hold mean and covariance, [C+1,C], but has the shape " + Arrays.toString(statistics.shape())
                        + " at the layer " + layer + ": gaussian-wasserstein compares what the descriptor covariance"
                        + " measures; take that one, or another distance");
        double[] numbers = HostMemory.toDoubles(statistics);
        int channels = Math.toIntExact(statistics.size(1));
        double[][] covariance = new double[channels][channels];
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j < channels; j++) {
                covariance[i][j] = (numbers[(i + 1) * channels + j] + numbers[(j + 1) * channels + i]) / 2;
            }
        }
        return new Gaussian(Arrays.copyOf(numbers, channels), covariance);
    }

    /** As a signature, {@code [C+1,C]}. */
    INDArray signature(TensorScope scope) {
        int channels = mean.length;
        float[] numbers = new float[(channels + 1) * channels];
        for (int i = 0; i < numbers.length; i++) {
            int row = i / channels;
            numbers[i] = (float) (row == 0 ? mean[i] : covariance[row - 1][i % channels]);
        }
        return scope.of(numbers, channels + 1, channels);
    }

    /** The sum of the channels' variances. */
    double trace() {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += covariance[i][i];
        }
        return sum;
    }

    /** The expected squared distance from the origin: what it costs to carry all of it there. */
    double power() {
        return squaredDistance(new double[mean.length]) + trace();
    }

    /** The squared distance of the mean from a point. */
    double squaredDistance(double[] point) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += (mean[i] - point[i]) * (mean[i] - point[i]);
        }
        return sum;
    }

    /** The same with a number added to each variance. */
    Gaussian widened(double variance) {
        double[][] widened = new double[mean.length][];
        for (int i = 0; i < mean.length; i++) {
            widened[i] = covariance[i].clone();
            widened[i][i] += variance;
        }
        return new Gaussian(mean, widened);
    }
}
