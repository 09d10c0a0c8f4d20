package lichen.synthesis.objective;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Feature maps with each channel divided by its root mean square in the target: F'[y,x,c] = F[y,x,c] / r[c]. A channel that the
 * target leaves almost silent, below a twentieth of its layer's, is divided by that.
 */
final class ChannelScaling {
    private static final double SILENT = 0.05;

    private final Map<String, INDArray> factors = new LinkedHashMap<>();

    /**
     * Measures the target.
     *
     * @param target its feature maps; they are not kept
     * @param scope the owner of the factors
     */
    ChannelScaling(FeatureMaps target, TensorScope scope) {
        target.layers().forEach((name, map) -> factors.put(name, scope.of(factors(map), Nhwc.channels(map))));
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

    private static float[] factors(INDArray map) {
        int channels = Math.toIntExact(Nhwc.channels(map));
        float[] values = HostMemory.toFloats(map);
        double[] squares = new double[channels];
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            squares[i % channels] += (double) values[i] * values[i];
            all += (double) values[i] * values[i];
        }
        double pixels = (double) values.length / channels;
        double least = Math.max(SILENT * Math.sqrt(all / values.length), Float.MIN_NORMAL);
        float[] factors = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            factors[channel] = (float) (1 / Math.max(Math.sqrt(squares[channel] / pixels), least));
        }
        return factors;
    }
}
