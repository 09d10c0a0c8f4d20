package lichen.descriptor;

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

    /**
     * The gradient of F from that of the deviations: the mean is taken out of each channel.
     *
     * @param gradient consumed: it becomes the gradient of F
     */
    static INDArray pullBack(INDArray gradient, TensorScope scope) {
        INDArray mean = new Gap().ofLayer(gradient, scope).value(); // [C]
        mean.negi();
        Elementwise.addToEachPixel(gradient, mean).run();
        return gradient;
    }
}
