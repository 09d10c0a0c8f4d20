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
 * The weighted mean absolute error of two signatures. It cares less than the squared error for the few numbers that are far
 * off. Of sorted projections it is the sliced Wasserstein-1 distance.
 *
 * <p>L = sum over layers l of w[l] mean(|z[l] - a[l]|); with {@code normalize}, each layer's term is divided by
 * mean(|a[l]|), so that 1 is as far from the target as a signature of zeros. A layer whose target is all zeros is not
 * divided.
 *
 * <p>Pullback: dL/dz[l] = w[l] sign(z[l] - a[l]) / n[l], over mean(|a[l]|) if normalised; 0 where the two are equal.
 *
 * <p>Source: Elnekave and Weiss, "Generating Natural Images with Direct Patch Distributions Matching" (2022), section 3.2.
 *
 * @param weights w by layer name; layers that are not named have the weight 1
 * @param normalize whether to divide by the target's mean absolute value
 */
@Summary("the mean absolute difference, summed over layers with weights")
public record AbsoluteError(
        @Default("{}") @Summary("weight by layer name, 1 where not named")
        Map<String, Double> weights,

        @Default("false") @Summary("divide each layer by the target's mean absolute value")
        boolean normalize)
        implements Distance {
    /** Checks that no weight is negative. */
    public AbsoluteError {
        weights = new LayerWeights(weights).weights();
    }

    @Override
    public Evaluation<Signature, Double> between(Signature signature, Signature target, TensorScope scope) {
        double loss = 0;
        Map<String, INDArray> slopes = new LinkedHashMap<>();
        for (Map.Entry<String, INDArray> layer : signature.layers().entrySet()) {
            String name = layer.getKey();
            INDArray statistics = layer.getValue();
            float[] z = scope.floatsOf(statistics);
            float[] a = scope.floatsOf(target.layer(name));
            double factor = new LayerWeights(weights).of(name) / scale(a);
            loss += factor * sum(z, a);
            for (int i = 0; i < z.length; i++) {
                z[i] = (float) factor * Math.signum(z[i] - a[i]);
            }
            slopes.put(name, scope.of(z, statistics.shape()));
        }
        return Slopes.of(loss, slopes, scope);
    }

    @Override
    public void requireLayers(List<String> layers) {
        new LayerWeights(weights).requireAmong(layers);
    }

    /** What the sum of absolute differences of a layer is divided by. */
    private double scale(float[] target) {
        double sum = 0;
        if (normalize) {
            for (float number : target) {
                sum += Math.abs(number);
            }
        }
        return sum == 0 ? target.length : sum;
    }

    private static double sum(float[] z, float[] a) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += Math.abs((double) z[i] - a[i]);
        }
        return sum;
    }
}
