package lichen.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean of several signatures: what a texture between several photographs would have.
 *
 * <p>z = mean over k of z[k] with weights w[k], layer by layer, by {@link Descriptor#mean}. One whose weight is all there is stays as it
 * is, and one without weight does not count.
 */
public final class SignatureMean {
    private SignatureMean() {}

    /**
     * The mean.
     *
     * @param descriptor what has measured
     * @param signatures of one kind, at least one
     * @param weights as many, none negative, not all 0
     * @param scope the owner of the mean
     */
    public static Signature of(
            Descriptor descriptor, List<Signature> signatures, List<Double> weights, TensorScope scope) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        Require.that(sum > 0, "weights", "must not all be 0");
        List<Signature> counting = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int k = 0; k < signatures.size(); k++) {
            if (weights.get(k) > 0) {
                counting.add(signatures.get(k));
                shares.add(weights.get(k) / sum);
            }
        }
        if (counting.size() == 1) {
            return counting.get(0).copy(scope);
        }
        Map<String, INDArray> means = new LinkedHashMap<>();
        for (String layer : counting.get(0).layers().keySet()) {
            List<INDArray> statistics =
                    counting.stream().map(signature -> signature.layer(layer)).toList();
            means.put(layer, descriptor.mean(statistics, shares, scope));
        }
        return new Signature(means);
    }

    /** The mean of each number by itself. */
    static INDArray ofNumbers(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        INDArray mean = scope.copyOf(statistics.get(0)).muli(weights.get(0));
        for (int k = 1; k < statistics.size(); k++) {
            mean.addi(scope.copyOf(statistics.get(k)).muli(weights.get(k)));
        }
        return mean;
    }
}
