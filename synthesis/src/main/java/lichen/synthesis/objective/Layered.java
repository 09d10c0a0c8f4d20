package lichen.synthesis.objective;

import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.feature.FeatureMaps;

/** A loss that can tell how far each layer is from what is wanted, whatever distance sums them up. */
interface Layered extends Differentiable<FeatureMaps, Double> {
    /** |s - t| / |t| of each layer, s the statistics of these maps and t those that are wanted; none where it compares none. */
    Map<String, Double> distances(FeatureMaps maps);

    /** Those of any loss: none where it does not tell. */
    static Map<String, Double> distances(Differentiable<FeatureMaps, Double> loss, FeatureMaps maps) {
        return loss instanceof Layered layered ? layered.distances(maps) : Map.of();
    }
}
