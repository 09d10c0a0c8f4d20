package lichen.descriptor;

import lichen.core.diff.Evaluation;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Feature maps about their channels' means.
 *
 * @param mean {@code [C]}
 * @param deviations F - mean, {@code [1,H,W,C]}
 */
record Centring(INDArray mean, INDArray deviations) {
    /** Subtracts the mean of each channel, in fresh arrays of the scope. */
    static Centring of(INDArray map, TensorScope scope) {
        INDArray mean = new Gap().ofLayer(map, scope).value(); // [C]
        INDArray negative = scope.copyOf(mean);
        negative.negi();
        INDArray deviations = scope.copyOf(map);
        Elementwise.addToEachPixel(deviations, negative).run(); // [1,H,W,C]
        return new Centring(mean, deviations);
    }

    /** As a map from F to the deviations: its pullback takes the mean out of the gradient of each channel, in place. */
    static Evaluation<INDArray, INDArray> deviations(INDArray map, TensorScope scope) {
        return new Evaluation<>(of(map, scope).deviations(), cotangent -> {
            INDArray mean = new Gap().ofLayer(cotangent, scope).value(); // [C]
            mean.negi();
            Elementwise.addToEachPixel(cotangent, mean).run();
            return cotangent;
        });
    }
}
