package lichen.descriptor;

import java.util.List;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.feature.Tap;

/**
 * The key {@code weights} of distances.
 *
 * @param weights by layer name; a name without an octave stands for all octaves that are not named themselves; layers that
 *     are not named have the weight 1
 */
record LayerWeights(Map<String, Double> weights) {
    private static final String KEY = "weights";

    /** Checks that no weight is negative. */
    LayerWeights {
        weights = Map.copyOf(weights);
        weights.forEach((layer, weight) -> Require.notNegative(KEY, weight));
    }

    /** The weight of a layer. */
    double of(String layer) {
        return weights.getOrDefault(layer, weights.getOrDefault(Tap.of(layer).layer(), 1.0));
    }

    /** Checks that every layer with a weight is compared. */
    void requireAmong(List<String> layers) {
        for (String layer : weights.keySet()) {
            Require.that(
                    layers.contains(layer)
                            || layers.stream()
                                    .anyMatch(name -> Tap.of(name).layer().equals(layer)),
                    KEY,
                    "names the layer " + layer + ", which is not compared: " + layers);
        }
    }
}
