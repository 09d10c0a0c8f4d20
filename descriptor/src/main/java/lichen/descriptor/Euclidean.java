package lichen.descriptor;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Euclidean distance of two signatures, all layers as one vector; not squared.
 *
 * <p>L = sqrt(sum over all numbers of (z - a)²). The unit is that of the statistics. Its gradient has the length 1 wherever
 * L is not 0, however small L is.
 *
 * <p>Pullback: dL/dz = (z - a) / L, and 0 where L = 0.
 *
 * <p>Source: the reference system's loss.
 */
@Summary("the square root of the sum of all squared differences")
public record Euclidean() implements Distance {
    @Override
    public Evaluation<Signature, Double> between(Signature signature, Signature target, TensorScope scope) {
        double sum = 0;
        for (Map.Entry<String, INDArray> layer : signature.layers().entrySet()) {
            sum += HostMemory.squaredDistance(layer.getValue(), target.layer(layer.getKey()));
        }
        double distance = Math.sqrt(sum);
        return new Evaluation<>(distance, cotangent -> {
            double factor = distance == 0 ? 0 : cotangent / distance;
            Map<String, INDArray> gradients = new LinkedHashMap<>();
            signature.layers().forEach((name, statistics) -> {
                INDArray gradient = scope.array(statistics.shape());
                gradient.assign(statistics);
                gradient.subi(target.layer(name));
                gradient.muli(factor);
                gradients.put(name, gradient);
            });
            return new Signature(gradients);
        });
    }
}
