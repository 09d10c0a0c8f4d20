package lichen.descriptor;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A descriptor that treats every layer by itself, and all in the same way: the usual case. */
public interface LayerDescriptor extends Descriptor {
    /**
     * Computes the statistic of one layer.
     *
     * @param map the feature maps of one layer, {@code [1,H,W,C]}; only read
     * @param scope as in {@link Descriptor#at}
     * @return the statistic, of any shape that depends on C alone, and the way back to {@code [1,H,W,C]}, or to
     *     {@code [1,1,1,C]} if the gradient is the same at every pixel
     */
    Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope);

    /**
     * How many pixels a window of the statistic reaches beyond its first, in both directions. {@linkplain FeatureMaps#circular
     * Circular} maps are continued by as many on the right and below before {@link #ofLayer} sees them, so that there are as
     * many windows as pixels.
     */
    default int reach() {
        return 0;
    }

    @Override
    default Evaluation<FeatureMaps, Signature> at(FeatureMaps maps, TensorScope scope) {
        Map<String, Evaluation<INDArray, INDArray>> evaluations = new LinkedHashMap<>();
        Map<String, INDArray> statistics = new LinkedHashMap<>();
        maps.layers().forEach((name, map) -> {
            Evaluation<INDArray, INDArray> evaluation =
                    maps.circular() && reach() > 0 ? Continued.of(map, this, scope) : ofLayer(map, scope);
            evaluations.put(name, evaluation);
            statistics.put(name, evaluation.value());
        });
        return new Evaluation<>(new Signature(statistics), cotangent -> {
            Map<String, INDArray> gradients = new LinkedHashMap<>();
            evaluations.forEach((name, evaluation) ->
                    gradients.put(name, evaluation.pullback().apply(cotangent.layer(name))));
            return new FeatureMaps(gradients);
        });
    }
}
