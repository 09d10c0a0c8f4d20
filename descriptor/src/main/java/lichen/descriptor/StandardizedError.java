package lichen.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean squared error of two signatures whose rows are distributions, each row in units of its spread in the target. A
 * direction in which all patches are nearly alike then counts as much as one in which they differ widely.
 *
 * <p>L = sum over layers l of w[l] mean over rows r of mean over j of (z[l,r,j] - a[l,r,j])² / v[l,r], with v[l,r] the
 * variance of the numbers a[l,r,j], at least a thousandth of the layer's mean variance. It has no unit: 1 is as far from
 * the target as its mean everywhere. Of the sorted projections of {@code sliced-wasserstein} or {@code histogram}, a row's
 * term is the squared Wasserstein-2 distance of two standardized distributions.
 *
 * <p>Pullback: dL/dz[l,r,j] = 2 w[l] (z[l,r,j] - a[l,r,j]) / (n[l] v[l,r]), n[l] being how many numbers there are.
 *
 * <p>A statistic's last dimension counts the numbers of a row. A layer whose target does not vary in any row is not divided.
 *
 * <p>Source: the standardization of each direction follows Karras et al., "Progressive Growing of GANs for Improved Quality,
 * Stability, and Variation" (2018), section 5, who standardize each channel.
 *
 * @param weights w by layer name; layers that are not named have the weight 1
 */
@Summary("the mean squared difference of distributions, each in units of its spread in the target")
public record StandardizedError(
        @Default("{}") @Summary("weight by layer name, 1 where not named")
        Map<String, Double> weights) implements Distance {
    private static final double LEAST = 1e-3;

    /** Checks that no weight is negative. */
    public StandardizedError {
        weights = new LayerWeights(weights).weights();
    }

    @Override
    public Evaluation<Signature, Double> between(Signature signature, Signature target, TensorScope scope) {
        double loss = 0;
        Map<String, INDArray> slopes = new LinkedHashMap<>();
        for (Map.Entry<String, INDArray> layer : signature.layers().entrySet()) {
            String name = layer.getKey();
            INDArray statistics = layer.getValue();
            Rows wanted = rows(target.layer(name), scope);
            Rows rows = rows(statistics, scope);
            double weight = new LayerWeights(weights).of(name) / rows.numbers().length;
            loss += weight * rows.becomeSlopes(wanted, 2 * weight);
            slopes.put(name, scope.of(rows.numbers(), statistics.shape()));
        }
        return Slopes.of(loss, slopes, scope);
    }

    @Override
    public void requireLayers(List<String> layers) {
        new LayerWeights(weights).requireAmong(layers);
    }

    private static Rows rows(INDArray statistics, TensorScope scope) {
        return new Rows(scope.floatsOf(statistics), Math.toIntExact(statistics.size(statistics.rank() - 1)));
    }

    /** A matrix by rows. */
    private record Rows(float[] numbers, int length) {
        /** Turns the numbers into the derivatives by them, times a factor; the sum of all terms comes back. */
        double becomeSlopes(Rows wanted, double factor) {
            double[] variances = wanted.variances();
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                double difference = (double) numbers[i] - wanted.numbers[i];
                double variance = variances[i / length];
                sum += difference * difference / variance;
                numbers[i] = (float) (factor * difference / variance);
            }
            return sum;
        }

        private double[] variances() {
            double[] variances = new double[numbers.length / length];
            double mean = 0;
            for (int row = 0; row < variances.length; row++) {
                variances[row] = variance(row * length);
                mean += variances[row] / variances.length;
            }
            double least = mean == 0 ? 1 : LEAST * mean;
            for (int row = 0; row < variances.length; row++) {
                variances[row] = Math.max(variances[row], least);
            }
            return variances;
        }

        private double variance(int first) {
            double sum = 0;
            double squares = 0;
            for (int i = first; i < first + length; i++) {
                sum += numbers[i];
                squares += (double) numbers[i] * numbers[i];
            }
            return Math.max(squares / length - sum * sum / length / length, 0);
        }
    }
}
