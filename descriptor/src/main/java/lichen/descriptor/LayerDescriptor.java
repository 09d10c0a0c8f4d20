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
     * Computes the statistic of one layer whose maps go on at their opposite borders, so that it does not change when they are
     * moved round. A statistic of single pixels sees no border and needs no other form; any other one has to give it.
     */
    default Evaluation<INDArray, INDArray> ofCircularLayer(INDArray map, TensorScope scope) {
        return ofLayer(map, scope);
    }

    @Override
    default Evaluation<FeatureMaps, Signature> at(FeatureMaps maps, TensorScope scope) {
        Map<String, Evaluation<INDArray, INDArray>> evaluations = new LinkedHashMap<>();
        Map<String, INDArray> statistics = new LinkedHashMap<>();
        maps.layers().forEach((name, map) -> {
            Evaluation<INDArray, INDArray> evaluation =
                    maps.circular() ? ofCircularLayer(map, scope) : ofLayer(map, scope);
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
