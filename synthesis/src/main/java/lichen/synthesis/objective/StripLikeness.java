package lichen.synthesis.objective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean over strips of an image, from left to right, of how far each is from the signature that is wanted there.
 *
 * @param strips what is wanted of each
 * @param round the owner of what is made on the way
 */
record StripLikeness(List<Likeness> strips, TensorScope round) implements Layered {
    /** Copies the list. */
    StripLikeness {
        strips = List.copyOf(strips);
    }

    @Override
    public Evaluation<FeatureMaps, Double> at(FeatureMaps maps) {
        int count = strips.size();
        double sum = 0;
        List<Evaluation<FeatureMaps, Double>> evaluations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Evaluation<FeatureMaps, Double> evaluation = strips.get(i).at(new MixtureStrip(i, count).cut(maps, round));
            evaluations.add(evaluation);
            sum += evaluation.value();
        }
        return new Evaluation<>(sum / count, cotangent -> {
            FeatureMaps gradient = zeros(maps);
            for (int i = 0; i < count; i++) {
                new MixtureStrip(i, count).add(evaluations.get(i).pullback().apply(cotangent / count), gradient);
            }
            return gradient;
        });
    }

    /** Means over the strips. */
    @Override
    public Map<String, Double> distances(FeatureMaps maps) {
        int count = strips.size();
        Map<String, Double> means = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            strips.get(i)
                    .distances(new MixtureStrip(i, count).cut(maps, round))
                    .forEach((layer, distance) -> means.merge(layer, distance / count, Double::sum));
        }
        return means;
    }

    private FeatureMaps zeros(FeatureMaps maps) {
        Map<String, INDArray> zeros = new LinkedHashMap<>();
        maps.layers()
                .forEach((layer, map) ->
                        zeros.put(layer, round.array(map.shape()).assign(0)));
        return new FeatureMaps(zeros);
    }
}
