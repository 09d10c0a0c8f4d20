package lichen.synthesis.objective;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Nhwc;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean square of each channel, by layer name, over photographs or parts of one, each with its share. */
final class MeanSquares {
    private final Map<String, double[]> squares = new LinkedHashMap<>();

    /** Adds feature maps, which are not kept; the shares of all make 1. */
    MeanSquares add(FeatureMaps maps, double share) {
        maps.layers()
                .forEach((layer, map) -> add(
                        map,
                        share,
                        squares.computeIfAbsent(layer, first -> new double[Math.toIntExact(Nhwc.channels(map))])));
        return this;
    }

    /** The mean squares by layer name. */
    Map<String, double[]> byLayer() {
        return squares;
    }

    private static void add(INDArray map, double share, double[] squares) {
        float[] values = HostMemory.toFloats(map);
        double[] sums = new double[squares.length];
        for (int i = 0; i < values.length; i++) {
            sums[i % sums.length] += (double) values[i] * values[i];
        }
        double weight = share * sums.length / values.length;
        Arrays.setAll(squares, channel -> squares[channel] + weight * sums[channel]);
    }
}
