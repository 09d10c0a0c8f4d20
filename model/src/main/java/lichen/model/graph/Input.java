package lichen.model.graph;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.image.Image;
import lichen.core.image.Size;

/**
 * What a network is given: an image, a latent vector, a condition.
 *
 * @param name its unique name, by which nodes read it
 * @param channels its channels; of a vector, its length
 * @param size its extents, 1 x 1 for a vector; empty if any will do
 */
public record Input(String name, int channels, Optional<Size> size) {
    /** An image of any size, RGB in [0,1]. */
    public static final Input IMAGE = new Input(Architecture.IMAGE, Image.CHANNELS, Optional.empty());

    /** Checks the channels. */
    public Input {
        Require.atLeast(1, "channels", channels);
    }

    /** A vector. */
    public static Input vector(String name, int length) {
        return new Input(name, length, Optional.of(new Size(1, 1)));
    }
}
