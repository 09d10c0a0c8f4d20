package lichen.synthesis.objective;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.diff.Differentiable;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;

/**
 * What a loss asks of an image, as a user writes it: a record whose components are JSON keys. Terms read feature maps; the
 * layer {@link Architecture#IMAGE} is the image itself. All terms of an experiment share one pass through the network.
 */
@Family("objective")
@Summary("what is asked of the image")
public interface LossTerm {
    /**
     * The layers that the term reads.
     *
     * @throws lichen.core.feature.UnknownLayerException if the network does not have one of them
     * @throws lichen.core.check.InvalidValueException if a key does not fit the network
     */
    List<String> layers(Architecture architecture);

    /**
     * The term that compares an image with its target, by the shapes of their feature maps; most are the same for all.
     *
     * @param architecture the network's
     * @param target the shapes of the target's maps by layer name, at least at {@link #layers}
     * @param image the shapes of the image's maps, of the same layers
     * @throws lichen.core.check.InvalidValueException if a key does not fit maps of these shapes
     */
    default LossTerm fitted(Architecture architecture, Map<String, MapShape> target, Map<String, MapShape> image) {
        return this;
    }

    /** Whether the loss can be less than 0; that of a distance cannot. */
    default boolean canBeNegative() {
        return false;
    }

    /**
     * Prepares the term for a target. Whatever it needs of the target is computed here, once.
     *
     * @param architecture the network's
     * @param target the target's feature maps, at least at {@link #layers}; they hold during this call only
     * @param scope the owner of what is kept
     * @return the loss of an image, given its feature maps; a pullback need not give gradients for all layers
     */
    Differentiable<FeatureMaps, Double> bind(Architecture architecture, FeatureMaps target, TensorScope scope);

    /**
     * What it makes alike in image and target. Measures that share it say nothing about the image, all of them where it is not
     * said: so say it.
     *
     * @param features what the network's layers read of the image
     */
    default Set<Statistic> statistics(Set<Statistic> features) {
        return Set.of(Statistic.UNTOLD);
    }

    /**
     * The term of an optimiser's round; one that draws random numbers draws others in each round. It has to be bound
     * again where it differs.
     *
     * @param round counts from 0; call it on the term of the experiment, not on another round's
     */
    default LossTerm inRound(int round) {
        return this;
    }
}
