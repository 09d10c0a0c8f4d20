package lichen.descriptor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A descriptor that treats every layer by itself, and all in the same way: the usual case. */
public interface LayerDescriptor extends Descriptor {
    /**
     * Computes the statistic of one layer.
     *
     * @param map the feature maps of one layer, {@code [1,H,W,C]}; only read
     * @param scope as in {@link Descriptor#at}
     * @return the statistic, and the way back to {@code [1,H,W,C]}, or to {@code [1,1,1,C]} if the gradient is the same at
     *     every pixel. Its shape depends on C alone, so that images of different sizes compare; a descriptor whose shape depends
     *     on the extents too gives in {@link Descriptor#fitted} one that is the same for both.
     */
    Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope);

    /**
     * Computes the statistic of one layer whose maps go on at their opposite borders, so that it does not change when they are
     * moved round. A statistic of single pixels sees no border and needs no other form; any other one has to give it.
     */
    default Evaluation<INDArray, INDArray> ofCircularLayer(INDArray map, TensorScope scope) {
        return ofLayer(map, scope);
    }

    /**
     * Checks that there is a statistic of such maps, before they are computed. Those that can measure all need not say so.
     *
     * @throws lichen.core.check.InvalidValueException naming the key that does not fit
     */
    default void requireShape(MapShape shape) {}

    @Override
    default Descriptor fitted(Map<String, MapShape> target, Map<String, MapShape> image) {
        target.values().forEach(this::requireShape);
        image.values().forEach(this::requireShape);
        return this;
    }

    @Override
    default Evaluation<FeatureMaps, Signature> at(FeatureMaps maps, TensorScope scope) {
        return each(maps, (name, map) -> maps.circular() ? ofCircularLayer(map, scope) : ofLayer(map, scope));
    }

    /** The signature of statistics that each layer has by itself, and the way back. */
    static Evaluation<FeatureMaps, Signature> each(
            FeatureMaps maps, BiFunction<String, INDArray, Evaluation<INDArray, INDArray>> ofLayer) {
        Map<String, Evaluation<INDArray, INDArray>> evaluations = new LinkedHashMap<>();
        Map<String, INDArray> statistics = new LinkedHashMap<>();
        maps.layers().forEach((name, map) -> {
            Evaluation<INDArray, INDArray> evaluation = ofLayer.apply(name, map);
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
