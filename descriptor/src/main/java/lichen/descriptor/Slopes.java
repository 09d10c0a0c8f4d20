package lichen.descriptor;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A loss whose derivatives were found together with it. */
final class Slopes {
    private Slopes() {}

    /** The loss, and the way back: the slopes times what the loss receives. */
    static Evaluation<Signature, Double> of(double loss, Map<String, INDArray> slopes, TensorScope scope) {
        return new Evaluation<>(loss, cotangent -> {
            Map<String, INDArray> gradients = new LinkedHashMap<>();
            slopes.forEach((name, slope) -> {
                INDArray gradient = scope.copyOf(slope);
                gradient.muli(cotangent);
                gradients.put(name, gradient);
            });
            return new Signature(gradients);
        });
    }
}
