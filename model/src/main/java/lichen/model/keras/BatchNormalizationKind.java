package lichen.model.keras;

import java.util.Optional;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Operation;
import lichen.model.operation.ScaleShift;

/**
 * BatchNormalization with its stored statistics: scale = gamma / sqrt(variance + epsilon), shift = beta - mean * scale.
 * Source: Ioffe and Szegedy (2015), algorithm 2.
 */
final class BatchNormalizationKind implements LayerKind {
    private static final double KERAS_EPSILON = 1e-3;

    @Override
    public Optional<Source> read(KerasLayer layer) throws UnreadableException {
        layer.require("axis", "-1", "-1", "3", "[3]", "[-1]");
        double epsilon = layer.number("epsilon", KERAS_EPSILON);
        boolean scaled = layer.flag("scale", true);
        boolean centred = layer.flag("center", true);
        return Source.of((channels, weights) -> {
            KerasWeights arrays = weights.get();
            float[] mean = arrays.read("moving_mean", channels).values();
            float[] variance = arrays.read("moving_variance", channels).values();
            double[] scale = new double[channels];
            for (int c = 0; c < channels; c++) {
                scale[c] = 1 / Math.sqrt(variance[c] + epsilon);
            }
            if (scaled) {
                float[] gamma = arrays.read("gamma", channels).values();
                for (int c = 0; c < channels; c++) {
                    scale[c] *= gamma[c];
                }
            }
            float[] beta = centred ? arrays.read("beta", channels).values() : new float[channels];
            return scaleShift(scale, mean, beta);
        });
    }

    private static Operation scaleShift(double[] scale, float[] mean, float[] beta) {
        float[] rounded = new float[scale.length];
        float[] shift = new float[scale.length];
        for (int c = 0; c < scale.length; c++) {
            rounded[c] = (float) scale[c];
            shift[c] = (float) (beta[c] - mean[c] * scale[c]);
        }
        return new ScaleShift(rounded, shift);
    }
}
