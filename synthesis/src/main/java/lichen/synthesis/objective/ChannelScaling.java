package lichen.synthesis.objective;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Feature maps with each channel divided by its root mean square in the target: F'[y,x,c] = F[y,x,c] / r[c]. A channel that the
 * target leaves almost silent, below a twentieth of its layer's, is divided by that. Where the target lies between several photographs,
 * mean squares are averaged.
 */
final class ChannelScaling {
    private static final double SILENT = 0.05;

    private final Map<String, INDArray> factors = new LinkedHashMap<>();

    /**
     * Divides by roots.
     *
     * @param target the target's mean squares
     * @param scope the owner of the factors
     */
    ChannelScaling(MeanSquares target, TensorScope scope) {
        target.byLayer().forEach((layer, squares) -> factors.put(layer, scope.of(factors(squares), squares.length)));
    }

    /** The map from feature maps to scaled ones, and back; arrays are the scope's. */
    Differentiable<FeatureMaps, FeatureMaps> in(TensorScope scope) {
        return maps -> {
            Map<String, INDArray> scaled = new LinkedHashMap<>();
            maps.layers().forEach((name, map) -> scaled.put(name, product(map, name, scope)));
            return new Evaluation<>(maps.with(scaled), cotangent -> {
                Map<String, INDArray> gradients = new LinkedHashMap<>();
                cotangent.layers().forEach((name, slope) -> gradients.put(name, product(slope, name, scope)));
                return new FeatureMaps(gradients);
            });
        };
    }

    private INDArray product(INDArray map, String layer, TensorScope scope) {
        INDArray product = scope.array(map.shape());
        Elementwise.scaleEachChannel(map, Objects.requireNonNull(factors.get(layer)), product)
                .run();
        return product;
    }

    private static float[] factors(double[] squares) {
        double mean = Arrays.stream(squares).sum() / squares.length;
        double least = Math.max(SILENT * Math.sqrt(mean), Float.MIN_NORMAL);
        float[] factors = new float[squares.length];
        for (int channel = 0; channel < squares.length; channel++) {
            factors[channel] = (float) (1 / Math.max(Math.sqrt(squares[channel]), least));
        }
        return factors;
    }
}
