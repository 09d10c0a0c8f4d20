package lichen.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The Gram matrices of layers, each followed by that between the layer and the next, as {@link Gram} says. */
final class CrossLayerGram {
    private final List<Evaluation<INDArray, INDArray>> within = new ArrayList<>();
    private final List<Evaluation<LayerPair, INDArray>> between = new ArrayList<>();
    private final Map<String, Joined> joined = new LinkedHashMap<>();

    private CrossLayerGram(Gram gram, FeatureMaps maps, TensorScope scope) {
        List<String> names = List.copyOf(maps.names());
        for (int i = 0; i < names.size(); i++) {
            INDArray map = maps.layer(names.get(i));
            within.add(maps.circular() ? gram.ofCircularLayer(map, scope) : gram.ofLayer(map, scope));
            List<INDArray> numbers = new ArrayList<>(List.of(within.get(i).value()));
            if (i + 1 < names.size()) {
                LayerPair pair = new LayerPair(map, maps.layer(names.get(i + 1)));
                between.add(pair.products(gram.centred(), scope));
                numbers.add(between.get(i).value());
            }
            joined.put(names.get(i), Joined.of(numbers, scope));
        }
    }

    static Evaluation<FeatureMaps, Signature> at(Gram gram, FeatureMaps maps, TensorScope scope) {
        CrossLayerGram layers = new CrossLayerGram(gram, maps, scope);
        Map<String, INDArray> vectors = new LinkedHashMap<>();
        layers.joined.forEach((name, parts) -> vectors.put(name, parts.vector()));
        return new Evaluation<>(new Signature(vectors), layers::pullBack);
    }

    private FeatureMaps pullBack(Signature cotangent) {
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        List<INDArray> fromBefore = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, Joined> layer : joined.entrySet()) {
            List<INDArray> slopes = layer.getValue().split(cotangent.layer(layer.getKey()));
            INDArray gradient = within.get(i).pullback().apply(slopes.get(0));
            fromBefore.forEach(gradient::addi);
            fromBefore.clear();
            if (i < between.size()) {
                LayerPair pair = between.get(i).pullback().apply(slopes.get(1));
                gradient.addi(pair.first());
                fromBefore.add(pair.second());
            }
            gradients.put(layer.getKey(), gradient);
            i++;
        }
        return new FeatureMaps(gradients);
    }
}
