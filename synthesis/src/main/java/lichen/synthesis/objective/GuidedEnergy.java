package lichen.synthesis.objective;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.Statistic;
import lichen.core.image.Picture;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whatever a layer sees in the image, it should see as what comes nearest to it in a guide: a dream of something.
 *
 * <p>L = - mean over y, x of max over j of (F[y,x] - m) · (G[j] - m) / C, where G are the feature maps of the guide at its positions j, at
 * most 1024 of them, evenly chosen, and m is their mean. Its gradient at a position is the guide's activation that fits it best, less the
 * mean. Without m, which the source does not subtract, the guide's brightest place fits everywhere, and the image ends up white. In the
 * unit of the activations, squared; without a lower bound.
 *
 * <p>Cost: a product of matrices of H W x C and C x 1024. Source: Mordvintsev, Olah and Tyka, "Inceptionism: Going Deeper into Neural
 * Networks" (2015), and the code that they published: "controlling dreams".
 *
 * @param layer the layer's name
 * @param guide the picture whose activations are sought
 */
@Summary("whatever a layer sees in the image, it should see as what is most like it in a guide")
public record GuidedEnergy(
        @Summary("the layer's name") String layer,

        @Summary("the picture whose activations are sought") Picture guide) implements LossTerm {
    /** What the image becomes like is not said of any statistic: the guide's activations, not their distribution. */
    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        return Set.of();
    }

    @Override
    public List<String> layers(Architecture architecture) {
        architecture.layer(layer);
        return List.of(layer);
    }

    @Override
    public boolean canBeNegative() {
        return true;
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
        INDArray seen = targets.photograph(guide, List.of(layer)).layer(layer);
        GuideSearch search = new GuideSearch(seen, scope);
        TensorScope round = scope.child();
        return maps -> {
            round.rewind();
            INDArray map = maps.layer(layer);
            float[] slopes = round.floats(Math.toIntExact(map.length()));
            double sum = search.best(round.floatsOf(map), slopes);
            return new Evaluation<>(-sum / map.length(), cotangent -> {
                INDArray gradient = round.array(map.shape());
                HostMemory.write(slopes, gradient);
                gradient.muli(-cotangent / map.length());
                return new FeatureMaps(Map.of(layer, gradient));
            });
        };
    }
}
