package lichen.synthesis.objective;

import java.util.List;
import lichen.core.diff.Differentiable;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkOutline;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The objectives of a term in one round after the other: they share one program, and only one of them is kept. */
public final class ObjectiveRounds {
    private final LossTerm term;
    private final FeatureNetwork network;
    private final Image target;
    private final Frame frame;
    private final TensorScope scope;
    private final List<String> layers;
    private final Differentiable<INDArray, FeatureMaps> program;
    private TensorScope kept;
    private LossTerm bound;
    private ImageObjective objective;

    private ObjectiveRounds(LossTerm term, FeatureNetwork network, Image target, Frame frame, TensorScope scope) {
        this.term = fitted(term, network, size(target), frame);
        this.network = network;
        this.target = target;
        this.frame = frame;
        this.scope = scope;
        layers = term.layers(network.architecture());
        kept = scope.child();
        bound = this.term.inRound(0);
        Differentiable<FeatureMaps, Double> loss = bind(bound, kept); // before there are buffers for the image
        program = network.compile(frame.size(), frame.border(), layers, scope);
        objective = ImageObjective.of(loss, program, frame.size(), kept);
    }

    /**
     * Prepares a term for images of one frame.
     *
     * @param term what is minimised
     * @param network the network that the term reads
     * @param target the photograph
     * @param frame of the image to be made
     * @param scope the owner of all buffers; objectives work as long as it is open
     * @throws lichen.core.feature.ImageTooSmallException if the photograph or the image is too small for the network
     * @throws lichen.core.check.InvalidValueException if a key does not fit the network
     */
    public static ObjectiveRounds of(
            LossTerm term, FeatureNetwork network, Image target, Frame frame, TensorScope scope) {
        return new ObjectiveRounds(term, network, target, frame, scope);
    }

    /**
     * The term that {@link #of} prepares. Nothing is computed, and no native code is loaded.
     *
     * @param network the network that the term reads, of which the shapes suffice
     * @param target the extents of the photograph
     * @throws lichen.core.feature.UnknownLayerException if the network does not have a layer
     * @throws lichen.core.feature.ImageTooSmallException if the photograph or the image is too small for the network
     * @throws lichen.core.check.InvalidValueException if a key does not fit the network
     */
    public static LossTerm fitted(LossTerm term, NetworkOutline network, Size target, Frame frame) {
        List<String> layers = term.layers(network.architecture());
        return term.fitted(
                network.architecture(),
                network.shapes(target, frame.ofPhotograph(), layers),
                network.shapes(frame.size(), frame.border(), layers));
    }

    /**
     * The objective of a round; that of the last round works no longer. What the term needs of the target is computed
     * again where the term differs between rounds.
     *
     * @param round counts from 0
     */
    public ImageObjective at(int round) {
        LossTerm wanted = term.inRound(round);
        if (!wanted.equals(bound)) {
            kept.close();
            kept = scope.child();
            bound = wanted;
            objective = ImageObjective.of(bind(bound, kept), program, frame.size(), kept);
        }
        return objective;
    }

    private static Size size(Image image) {
        return new Size(image.width(), image.height());
    }

    private Differentiable<FeatureMaps, Double> bind(LossTerm wanted, TensorScope owner) {
        try (TensorScope once = new TensorScope()) {
            FeatureMaps maps = network.compile(size(target), frame.ofPhotograph(), layers, once)
                    .at(target.tensor(once))
                    .value();
            return wanted.bind(network.architecture(), maps, owner);
        }
    }
}
