package lichen.descriptor;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean of symmetric positive matrices along their log-Euclidean geodesic: exp(sum of w[k] log S[k]). Eigenvalues are
 * averaged as factors, so that the mean is never wider than its parts, as that of the numbers is.
 *
 * <p>Source: Arsigny et al., "Log-Euclidean Metrics for Fast and Simple Calculus on Diffusion Tensors" (2006); of Gram matrices,
 * Snelgrove (2017).
 */
final class LogarithmicMean {
    /** Added to the diagonals on the way, relative to their mean: a logarithm needs more than 0. */
    private static final double RIDGE = 1e-4;

    private LogarithmicMean() {}

    /**
     * The mean.
     *
     * @param matrices {@code [C,C]}, symmetric and positive up to rounding
     * @param weights as many, their sum 1
     */
    static INDArray of(List<INDArray> matrices, List<Double> weights, TensorScope scope) {
        int size = Math.toIntExact(matrices.get(0).size(0));
        double ridge = 0;
        for (int k = 0; k < matrices.size(); k++) {
            ridge += RIDGE * weights.get(k) * trace(HostMemory.toDoubles(matrices.get(k)), size) / size;
        }
        if (!(ridge > 0) || !Double.isFinite(ridge)) {
            return SignatureMean.ofNumbers(matrices, weights, scope);
        }
        double least = ridge;
        double[][] sum = new double[size][size];
        for (int k = 0; k < matrices.size(); k++) {
            double[][] widened = symmetric(HostMemory.toDoubles(matrices.get(k)), size, ridge);
            double[][] logarithm = mapped(widened, value -> Math.log(Math.max(value, least)));
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    sum[i][j] += weights.get(k) * logarithm[i][j];
                }
            }
        }
        double[][] mean = mapped(sum, Math::exp);
        float[] numbers = new float[size * size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (mean[i / size][i % size] - (i / size == i % size ? ridge : 0));
        }
        return scope.of(numbers, size, size);
    }

    /** The function of a symmetric matrix that has its eigenvectors, and of each eigenvalue the function. */
    private static double[][] mapped(double[][] matrix, DoubleUnaryOperator function) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, false));
        double[] values = eigen.getEigenvalues();
        double[][] axes = eigen.getV().getData();
        double[][] result = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < values.length; k++) {
                    sum += function.applyAsDouble(values[k]) * axes[i][k] * axes[j][k];
                }
                result[i][j] = sum;
                result[j][i] = sum;
            }
        }
        return result;
    }

    private static double trace(double[] numbers, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += numbers[i * size + i];
        }
        return sum;
    }

    private static double[][] symmetric(double[] numbers, int size, double ridge) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = (numbers[i * size + j] + numbers[j * size + i]) / 2 + (i == j ? ridge : 0);
            }
        }
        return matrix;
    }
}
