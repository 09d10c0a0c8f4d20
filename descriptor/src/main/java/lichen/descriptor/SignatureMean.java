package lichen.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean of several signatures: what a texture between several photographs would have; and sums of them with weights of either sign,
 * which lie beyond.
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

    /**
     * What lies beyond: the sum with weights of either sign, layer by layer, by {@link Descriptor#beyond}.
     *
     * @param signatures of one kind, at least two
     * @param weights as many, their sum 1
     * @param scope the owner of the sum
     */
    public static Signature beyond(
            Descriptor descriptor, List<Signature> signatures, List<Double> weights, TensorScope scope) {
        Map<String, INDArray> sums = new LinkedHashMap<>();
        for (String layer : signatures.get(0).layers().keySet()) {
            List<INDArray> statistics =
                    signatures.stream().map(signature -> signature.layer(layer)).toList();
            sums.put(layer, descriptor.beyond(statistics, weights, scope));
        }
        return new Signature(sums);
    }

    /** The sum of each number by itself; not below 0 where none of the numbers is. */
    static INDArray beyondNumbers(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        float[] sum = new float[Math.toIntExact(statistics.get(0).length())];
        float[] least = new float[sum.length];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        for (int k = 0; k < weights.size(); k++) {
            float[] numbers = HostMemory.toFloats(statistics.get(k));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) (weights.get(k) * numbers[i]);
                least[i] = Math.min(least[i], numbers[i]);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = least[i] >= 0 ? Math.max(0, sum[i]) : sum[i];
        }
        return scope.of(sum, statistics.get(0).shape());
    }

    /** The same of rows that are sorted: sorted again. */
    static INDArray beyondSorted(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        INDArray sum = beyondNumbers(statistics, weights, scope);
        float[] numbers = HostMemory.toFloats(sum);
        int row = Math.toIntExact(sum.size(-1));
        for (int first = 0; first < numbers.length; first += row) {
            Arrays.sort(numbers, first, first + row);
        }
        HostMemory.write(numbers, sum);
        return sum;
    }
}
