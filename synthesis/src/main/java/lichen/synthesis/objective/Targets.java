package lichen.synthesis.objective;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Picture;
import lichen.core.image.Regions;

/** What a term can compare an image with: pictures, seen through the network that the term means. */
public interface Targets {
    /** The network's. */
    Architecture architecture();

    /** The feature maps of the experiment's own photograph, at the scale of the stage. */
    FeatureMaps photograph(Collection<String> layers) throws IOException;

    /** What the experiment means in place of its own photograph: a mean of several; its photograph alone where empty. */
    default Optional<Mixture> mixture() {
        return Optional.empty();
    }

    /**
     * The feature maps of another photograph, whose texture is meant: its sides are multiplied by the scale of the stage, as those
     * of the experiment's own.
     *
     * @throws IOException if it cannot be read
     */
    FeatureMaps photograph(Picture picture, Collection<String> layers) throws IOException;

    /**
     * The feature maps of a picture that is laid over the image, pixel upon pixel: brought to the image's extents, and going on
     * beyond its border as the image does.
     *
     * @throws IOException if it cannot be read
     */
    FeatureMaps overlay(Picture picture, Collection<String> layers) throws IOException;

    /**
     * The regions that a mask draws, at its own extents.
     *
     * @throws InvalidValueException naming the mask, if it is none
     * @throws IOException if it cannot be read
     */
    Regions regions(Picture mask) throws IOException;

    /** Nothing to compare with: for terms that ask nothing but what the network sees. */
    static Targets none(Architecture architecture) {
        return new Targets() {
            @Override
            public Architecture architecture() {
                return architecture;
            }

            @Override
            public FeatureMaps photograph(Collection<String> layers) {
                throw new InvalidValueException(
                        "objective", "must not compare the image with a photograph: there is none");
            }

            @Override
            public FeatureMaps photograph(Picture picture, Collection<String> layers) {
                return photograph(layers);
            }

            @Override
            public FeatureMaps overlay(Picture picture, Collection<String> layers) {
                return photograph(layers);
            }

            @Override
            public Regions regions(Picture mask) {
                throw new InvalidValueException("mask", "must not be named: there is nothing to compare with");
            }
        };
    }
}
