package lichen.synthesis.objective;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.core.diff.Differentiable;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.Statistic;
import lichen.core.tensor.TensorScope;

/**
 * One thing that is asked of an image: a loss of the feature maps that one network gives of it, mostly a comparison with
 * those of a picture. The layer {@link Architecture#IMAGE} is the image itself. All terms of an experiment that look through
 * the same network share one pass through it.
 */
public interface LossTerm extends Loss {
    /** The sum of itself. */
    @Override
    default List<Summand> summands() {
        return List.of(new Summand("", 1, this));
    }

    /** The network that it looks through; the experiment's own where empty. */
    default Optional<NetworkSpec> network() {
        return Optional.empty();
    }

    /**
     * The layers that the term reads.
     *
     * @param architecture of its network
     * @throws lichen.core.feature.UnknownLayerException if the network does not have one of them
     * @throws lichen.core.check.InvalidValueException if a key does not fit the network
     */
    List<String> layers(Architecture architecture);

    /**
     * The term for images and pictures of certain sizes; most are the same for all. Nothing is computed, and no picture is
     * decoded.
     *
     * @param shapes of the feature maps of all that can be compared
     * @throws lichen.core.check.InvalidValueException if a key does not fit maps of these shapes
     * @throws IOException if a picture cannot be read
     */
    default LossTerm fitted(TargetShapes shapes) throws IOException {
        return this;
    }

    @Override
    default boolean canBeNegative() {
        return false;
    }

    /** Whether it matters where in the image something is: then no image may be moved round from stage to stage. */
    default boolean knowsPlaces() {
        return false;
    }

    /** Whether it may be asked of an image that is moved about a little: else what it wants of a place would be asked of others. */
    default boolean bearsMoves() {
        return !knowsPlaces();
    }

    /**
     * Prepares the term. It asks for the feature maps of the picture that it means; whatever it needs of them is computed
     * here, once.
     *
     * @param targets the photograph, and any other picture, seen through its network; maps hold during this call only
     * @param scope the owner of what is kept
     * @return the loss of an image, given its feature maps at {@link #layers}; a pullback need not give gradients for all of them
     * @throws IOException if a picture cannot be read
     */
    Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException;

    /**
     * What it makes alike in image and target. Measures that share it say nothing about the image, all of them where it is not
     * said: so say it.
     *
     * @param features what the layers of its network read of the image
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
