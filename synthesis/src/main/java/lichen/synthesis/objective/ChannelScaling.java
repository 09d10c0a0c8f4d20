package lichen.synthesis.objective;

import java.util.LinkedHashMap;
import java.util.List;
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
 * target leaves almost silent, below a twentieth of its layer's, is divided by that. Where the target lies between several photographs,
 * mean squares are averaged.
 */
final class ChannelScaling {
    private static final double SILENT = 0.05;

    private final Map<String, INDArray> factors = new LinkedHashMap<>();

    /** Measures a target that is one photograph. */
    ChannelScaling(FeatureMaps target, TensorScope scope) {
        this(List.of(target), List.of(1.0), scope);
    }

    /**
     * Measures the target.
     *
     * @param photographs their feature maps; they are not kept
     * @param shares as many, their sum 1
     * @param scope the owner of the factors
     */
    ChannelScaling(List<FeatureMaps> photographs, List<Double> shares, TensorScope scope) {
        for (String layer : photographs.get(0).names()) {
            List<INDArray> maps = photographs.stream()
                    .map(photograph -> photograph.layer(layer))
                    .toList();
            factors.put(layer, scope.of(factors(maps, shares), Nhwc.channels(maps.get(0))));
        }
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

    private static float[] factors(List<INDArray> maps, List<Double> weights) {
        int channels = Math.toIntExact(Nhwc.channels(maps.get(0)));
        double[] squares = new double[channels];
        double all = 0;
        for (int k = 0; k < maps.size(); k++) {
            double[] sums = squares(HostMemory.toFloats(maps.get(k)), channels);
            double pixels = (double) maps.get(k).length() / channels;
            for (int channel = 0; channel < channels; channel++) {
                squares[channel] += weights.get(k) * sums[channel] / pixels;
                all += weights.get(k) * sums[channel] / pixels;
            }
        }
        double least = Math.max(SILENT * Math.sqrt(all / channels), Float.MIN_NORMAL);
        float[] factors = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            factors[channel] = (float) (1 / Math.max(Math.sqrt(squares[channel]), least));
        }
        return factors;
    }

    private static double[] squares(float[] values, int channels) {
        double[] squares = new double[channels];
        for (int i = 0; i < values.length; i++) {
            squares[i % channels] += (double) values[i] * values[i];
        }
        return squares;
    }
}
