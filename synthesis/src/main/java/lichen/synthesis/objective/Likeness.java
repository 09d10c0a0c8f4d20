package lichen.synthesis.objective;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Distance;
import lichen.descriptor.Signature;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How far the signature of feature maps is from one that is wanted.
 *
 * @param description measures the maps
 * @param distance compares
 * @param wanted the signature that they should have
 * @param round the owner of what is made on the way
 */
record Likeness(
        Differentiable<FeatureMaps, Signature> description, Distance distance, Signature wanted, TensorScope round)
        implements Layered {
    @Override
    public Evaluation<FeatureMaps, Double> at(FeatureMaps maps) {
        Evaluation<FeatureMaps, Signature> signature = description.at(maps);
        Evaluation<Signature, Double> loss = distance.between(signature.value(), wanted, round);
        return new Evaluation<>(
                loss.value(),
                cotangent -> signature.pullback().apply(loss.pullback().apply(cotangent)));
    }

    @Override
    public Map<String, Double> distances(FeatureMaps maps) {
        return distances(description.at(maps).value(), wanted);
    }

    /** |s - t| / |t| of each layer. */
    static Map<String, Double> distances(Signature signature, Signature wanted) {
        Map<String, Double> distances = new LinkedHashMap<>();
        signature.layers().forEach((layer, statistics) -> {
            INDArray target = wanted.layer(layer);
            double square = HostMemory.squaredDistance(statistics, target) / HostMemory.squaredNorm(target);
            distances.put(layer, Math.sqrt(square));
        });
        return distances;
    }
}
