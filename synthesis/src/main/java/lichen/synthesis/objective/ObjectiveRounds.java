package lichen.synthesis.objective;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The objective of a loss in one round after the other. Programs are compiled and pictures are looked at once. */
public final class ObjectiveRounds {
    private final List<SightLoss> sights = new ArrayList<>();
    private final Size size;
    private final ImageObjective objective;

    private ObjectiveRounds(Loss loss, Sources sources, Frame frame, TensorScope scope) throws IOException {
        List<Prepared> prepared = new ArrayList<>();
        for (Sight sight : Sight.of(loss)) {
            FeatureNetwork network = sources.network(sight.network());
            List<String> layers = sight.layers(network.architecture());
            Sight fitted = sight.fitted(new TargetShapes(network, frame, extents(sources)));
            prepared.add(new Prepared(network, layers, fitted));
        }
        List<Preparation> losses = new ArrayList<>();
        for (Prepared sight : prepared) { // before there are buffers for the image
            losses.add(preparation(sight, sources, frame, scope));
        }
        for (Preparation of : losses) {
            sights.add(of.compiled());
        }
        size = frame.size();
        objective = ImageObjective.of(List.copyOf(sights), size, scope);
    }

    /** A sight with its network, found to fit. */
    private record Prepared(FeatureNetwork network, List<String> layers, Sight fitted) {}

    /** Makes buffers for the image. */
    private interface Preparation {
        SightLoss compiled();
    }

    /** What a sight needs of its pictures. */
    private static Preparation preparation(Prepared sight, Sources sources, Frame frame, TensorScope scope)
            throws IOException {
        Optional<BandedMatch> banded = BandedMatch.of(sight.fitted, sight.network, sources, frame, scope);
        if (banded.isPresent()) {
            return banded::get;
        }
        TargetMaps targets = new TargetMaps(sources, sight.network, frame, sight.layers, scope);
        BoundSight terms = new BoundSight(sight.fitted, targets, scope);
        return () -> new WholeSight(sight.network.compile(frame.size(), frame.border(), sight.layers, scope), terms);
    }

    /**
     * Prepares a loss for images of one frame.
     *
     * @param loss what is minimised
     * @param sources where networks and pictures come from
     * @param frame of the image to be made
     * @param scope the owner of all buffers; objectives work as long as it is open
     * @throws lichen.core.feature.ImageTooSmallException if a picture or the image is too small for its network
     * @throws lichen.core.check.InvalidValueException if a key does not fit a network
     * @throws IOException if a picture or a network cannot be read
     */
    public static ObjectiveRounds of(Loss loss, Sources sources, Frame frame, TensorScope scope) throws IOException {
        return new ObjectiveRounds(loss, sources, frame, scope);
    }

    /**
     * The objective of a round; that of the last round works no longer. What a term needs of its pictures is computed again
     * where the term differs between rounds.
     *
     * @param round counts from 0
     * @throws IOException if a picture cannot be read
     */
    public ImageObjective at(int round) throws IOException {
        for (SightLoss sight : sights) {
            sight.enter(round);
        }
        return objective;
    }

    /**
     * How far an image is from what the terms of the present round ask, layer by layer; nothing of terms that compare no statistics.
     *
     * @param pixels {@code [H][W][3]} flattened, in [0,1]
     */
    public List<LayerDistance> distances(double[] pixels) {
        List<LayerDistance> distances = new ArrayList<>();
        try (TensorScope passing = new TensorScope()) {
            INDArray image = passing.array(1, size.height(), size.width(), Image.CHANNELS);
            HostMemory.write(pixels, image);
            sights.forEach(sight -> distances.addAll(sight.distances(image)));
        }
        return distances;
    }

    private static TargetShapes.Extents extents(Sources sources) {
        return new TargetShapes.Extents() {
            @Override
            public Size photograph() throws IOException {
                return sources.photograph().size();
            }

            @Override
            public Size photograph(Picture picture) throws IOException {
                return sources.photograph(picture).size();
            }

            @Override
            public Optional<Mixture> mixture() {
                return sources.mixture();
            }

            @Override
            public Regions regions(Picture mask) throws IOException {
                return sources.regions(mask);
            }
        };
    }
}
