package lichen.synthesis.objective;

import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Distance;
import lichen.descriptor.Signature;

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
        implements Differentiable<FeatureMaps, Double> {
    @Override
    public Evaluation<FeatureMaps, Double> at(FeatureMaps maps) {
        Evaluation<FeatureMaps, Signature> signature = description.at(maps);
        Evaluation<Signature, Double> loss = distance.between(signature.value(), wanted, round);
        return new Evaluation<>(
                loss.value(),
                cotangent -> signature.pullback().apply(loss.pullback().apply(cotangent)));
    }
}
