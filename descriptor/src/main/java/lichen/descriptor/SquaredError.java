package lichen.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Tap;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weighted mean squared error of two signatures.
 *
 * <p>L = sum over layers l of w[l] mean((z[l] - a[l])²); with {@code normalize}, each layer's term is divided by
 * mean(a[l]²). It then has no unit: 1 is as far from the target as a signature of zeros, and weights mean the same for
 * every descriptor, network and image size. A layer whose target is all zeros is not divided.
 *
 * <p>Pullback: dL/dz[l] = 2 w[l] (z[l] - a[l]) / n[l], over mean(a[l]²) if normalised.
 *
 * <p>Source: Gatys, Ecker and Bethge (2015), equation 4, where w / 4 is the weight used here; the normalised form is the
 * relative loss of Ustyuzhaninov et al. (2017).
 *
 * @param weights w by layer name; a name without an octave stands for all octaves that are not
 *     named; layers that are not named have the weight 1
 * @param normalize whether to divide by the target's mean square
 */
@Summary("the mean squared difference, summed over layers with weights")
public record SquaredError(
        @Default("{}") @Summary("weight by layer name, 1 where not named")
        Map<String, Double> weights,

        @Default("false") @Summary("divide each layer by the target's mean square")
        boolean normalize)
        implements Distance {
    /** Checks that no weight is negative. */
    public SquaredError {
        weights = Map.copyOf(weights);
        weights.forEach((layer, weight) -> Require.notNegative("weights", weight));
    }

    @Override
    public Evaluation<Signature, Double> between(Signature signature, Signature target, TensorScope scope) {
        double loss = 0;
        Map<String, Double> factors = new LinkedHashMap<>();
        for (Map.Entry<String, INDArray> layer : signature.layers().entrySet()) {
            String name = layer.getKey();
            double factor = factor(name, target.layer(name));
            factors.put(name, factor);
            loss += factor * HostMemory.squaredDistance(layer.getValue(), target.layer(name));
        }
        return new Evaluation<>(loss, cotangent -> {
            Map<String, INDArray> gradients = new LinkedHashMap<>();
            factors.forEach((name, factor) -> {
                INDArray statistics = signature.layer(name);
                INDArray gradient = scope.array(statistics.shape());
                gradient.assign(statistics);
                gradient.subi(target.layer(name));
                gradient.muli(2 * factor * cotangent);
                gradients.put(name, gradient);
            });
            return new Signature(gradients);
        });
    }

    @Override
    public void requireLayers(List<String> layers) {
        for (String layer : weights.keySet()) {
            Require.that(
                    layers.contains(layer)
                            || layers.stream()
                                    .anyMatch(name -> Tap.of(name).layer().equals(layer)),
                    "weights",
                    "names the layer " + layer + ", which is not compared: " + layers);
        }
    }

    /** What the sum of squared differences of a layer is multiplied by. */
    private double factor(String layer, INDArray target) {
        double weight =
                weights.getOrDefault(layer, weights.getOrDefault(Tap.of(layer).layer(), 1.0));
        double scale = normalize ? HostMemory.squaredNorm(target) : target.length();
        return scale == 0 ? weight / target.length() : weight / scale;
    }
}
