package lichen.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A differentiable statistic of feature maps. Implementations are records: their components are their JSON keys, and all
 * state of an evaluation lives in arrays of the scope that is passed.
 */
@Summary("what is measured in the feature maps")
@FunctionalInterface
public interface Descriptor {
    /**
     * Computes the signature of feature maps.
     *
     * @param maps the feature maps at the tapped layers; only read
     * @param scope the owner of the signature's arrays and of everything else that the evaluation needs, the pullback
     *     included. It is rewound before the next evaluation.
     * @return the signature, and the way back to the feature maps
     */
    Evaluation<FeatureMaps, Signature> at(FeatureMaps maps, TensorScope scope);

    /**
     * What it reads of an image, where its feature maps are the image itself; of other feature maps it reads what their network
     * does. Measures that share it count for no method that matches it, all of them where it is not said: so say it.
     */
    default Set<Statistic> statistics() {
        return Set.of(Statistic.UNTOLD);
    }

    /**
     * The descriptor that compares the maps of an image with those of its target. Most are the same for all shapes.
     *
     * @param target the shapes of the target's maps, by layer name
     * @param image the shapes of the image's maps, of the same layers
     * @throws lichen.core.check.InvalidValueException naming the key that does not fit such maps
     */
    default Descriptor fitted(Map<String, MapShape> target, Map<String, MapShape> image) {
        return this;
    }

    /** Whether the statistic of a layer is a mean and a covariance, {@code [C+1,C]}: some distances read nothing else. */
    default boolean isGaussian() {
        return false;
    }

    /**
     * Whether all numbers are means over the pixels of the maps, the same in every round: then those of an image are the means of those of
     * its bands, and a large one need not be seen at once.
     */
    default boolean isMeanOverPixels() {
        return false;
    }

    /**
     * The side of the squares that it reads, each by itself, in whatever order: 1 if these are single pixels. Then it can be asked of
     * a region. 0 if it matters where they lie, or if that is not said.
     */
    default int window() {
        return 0;
    }

    /** The same statistic of maps whose pixels are such squares, with all their numbers as channels. */
    default Descriptor ofWindows() {
        return this;
    }

    /**
     * The descriptor of an optimiser's round; one that draws random numbers draws others in each round. The signature of a
     * target has to be computed again for each.
     *
     * @param round counts from 0; call it on the descriptor of the experiment, not on another round's
     */
    default Descriptor inRound(int round) {
        return this;
    }

    /**
     * What lies between several photographs: the mean of what it measures of one layer of each, by the rule that fits the statistic.
     * Where it says nothing else, that of each number by itself, which is also right for sorted lists: the mean of quantiles is the
     * mean of distributions along the Wasserstein-2 geodesic.
     *
     * @param statistics at least two, of equal shapes; only read
     * @param weights as many, all greater than 0, their sum 1
     * @param scope the owner of the mean
     */
    default INDArray mean(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        return SignatureMean.ofNumbers(statistics, weights, scope);
    }

    /**
     * What lies beyond several photographs: the sum of what it measures of one layer of each, with weights of either sign. Where it says
     * nothing else, that of each number by itself; one that is below 0 in none of the photographs is not below 0 there.
     *
     * @param statistics at least two, of equal shapes; only read
     * @param weights as many, their sum 1
     * @param scope the owner of the sum
     * @throws lichen.core.check.InvalidValueException if there is no such statistic
     */
    default INDArray beyond(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        return SignatureMean.beyondNumbers(statistics, weights, scope);
    }
}
