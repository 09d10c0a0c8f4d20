package lichen.synthesis.objective;

import java.util.Optional;
import java.util.function.Function;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;

/**
 * One network, the experiment's photograph, and an other picture, whatever its name.
 *
 * @param other the other picture by its extents, where they are asked for
 */
record TwoPictures(FeatureNetwork network, Image photograph, Function<Size, Image> other) implements Sources {
    @Override
    public FeatureNetwork network(Optional<NetworkSpec> wanted) {
        return network;
    }

    @Override
    public Image photograph(Picture picture) {
        return other.apply(photograph.size());
    }

    @Override
    public Image overlay(Picture picture, Size extents) {
        return other.apply(extents);
    }
}
