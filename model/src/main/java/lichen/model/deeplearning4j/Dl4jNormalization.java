package lichen.model.deeplearning4j;

import java.util.Arrays;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.ScaleShift;

/**
 * BatchNormalization: scale and shift, unless they are fixed, then mean and variance, each {@code [C]}. The variance is kept as it is
 * or, with {@code useLogStd}, as the logarithm to base 10 of its root.
 */
final class Dl4jNormalization {
    private Dl4jNormalization() {}

    static Dl4jKind.Step read(Dl4jLayer layer) throws UnreadableException {
        int channels = layer.channels("nout");
        boolean fixed = layer.flag("lockGammaBeta", false);
        boolean logarithm = layer.flag("useLogStd", false);
        float epsilon = layer.number("eps");
        float scale = layer.number("gamma");
        float shift = layer.number("beta");
        return (place, numbers) -> {
            float[] gamma = fixed ? all(channels, scale) : numbers.take(layer.name(), channels);
            float[] beta = fixed ? all(channels, shift) : numbers.take(layer.name(), channels);
            float[] mean = numbers.take(layer.name(), channels);
            float[] variance = numbers.take(layer.name(), channels);
            if (logarithm) {
                for (int c = 0; c < channels; c++) {
                    variance[c] = (float) Math.pow(10, 2.0 * variance[c]);
                }
            }
            place.become(ScaleShift.ofBatchNormalization(gamma, beta, mean, variance, epsilon));
        };
    }

    private static float[] all(int channels, float value) {
        float[] all = new float[channels];
        Arrays.fill(all, value);
        return all;
    }
}
