package lichen.synthesis.objective;

import java.io.IOException;
import java.util.Optional;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Size;

/** Where the networks and pictures come from that terms mean, for one stage of an experiment. */
public interface Sources {
    /**
     * A network: the experiment's own where empty. The same one at each call with the same spec.
     *
     * @throws IOException if one of its files cannot be read
     */
    FeatureNetwork network(Optional<NetworkSpec> network) throws IOException;

    /** The experiment's own photograph, at the scale of the stage. */
    Image photograph() throws IOException;

    /** What the experiment means in place of its own photograph: a mean of several; its photograph alone where empty. */
    default Optional<Mixture> mixture() {
        return Optional.empty();
    }

    /**
     * Another photograph, at the scale of the stage.
     *
     * @throws IOException if it cannot be read
     */
    Image photograph(Picture picture) throws IOException;

    /**
     * A picture, brought to these extents.
     *
     * @throws IOException if it cannot be read
     */
    Image overlay(Picture picture, Size extents) throws IOException;

    /**
     * The regions that a mask draws, at its own extents.
     *
     * @throws InvalidValueException naming the mask, if it is none
     * @throws IOException if it cannot be read
     */
    default Regions regions(Picture mask) throws IOException {
        throw new InvalidValueException("mask", "must not be named here: no picture can be read");
    }

    /** One network and one photograph, and nothing else. */
    static Sources of(FeatureNetwork network, Image photograph) {
        return new Sources() {
            @Override
            public FeatureNetwork network(Optional<NetworkSpec> wanted) {
                if (wanted.isPresent()) {
                    throw new InvalidValueException("network", "must be the only one here, but is " + wanted.get());
                }
                return network;
            }

            @Override
            public Image photograph() {
                return photograph;
            }

            @Override
            public Image photograph(Picture picture) {
                throw new InvalidValueException(
                        "picture", "must be the only photograph here, but is " + picture.image());
            }

            @Override
            public Image overlay(Picture picture, Size extents) {
                return photograph(picture);
            }
        };
    }
}
