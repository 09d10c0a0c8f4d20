package lichen.synthesis.objective;

import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.TensorScope;

/**
 * A loss of what it is shown of feature maps: of some layers, or of a region.
 *
 * @param view what it is shown
 * @param loss of that
 * @param round the owner of what is made on the way
 */
record LossOfView(
        Differentiable<FeatureMaps, FeatureMaps> view, Differentiable<FeatureMaps, Double> loss, TensorScope round)
        implements Layered {
    @Override
    public Evaluation<FeatureMaps, Double> at(FeatureMaps maps) {
        round.rewind();
        return view.then(loss).at(maps);
    }

    @Override
    public Map<String, Double> distances(FeatureMaps maps) {
        round.rewind();
        return Layered.distances(loss, view.at(maps).value());
    }
}
