package lichen.synthesis.objective;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.MapShape;
import lichen.core.feature.NetworkOutline;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Size;

/**
 * The shapes of all feature maps that a term can compare, by layer name: what there is to know of them before anything is
 * computed.
 *
 * @param network what it looks through
 * @param frame of the image to be made
 * @param extents of pictures
 */
public record TargetShapes(NetworkOutline network, Frame frame, Extents extents) {
    /** The extents of pictures at the scale of a stage, as {@link Sources} gives them. */
    public interface Extents {
        /**
         * Of the experiment's own photograph.
         *
         * @throws IOException if it cannot be read
         */
        Size photograph() throws IOException;

        /**
         * Of another photograph.
         *
         * @throws IOException if it cannot be read
         */
        Size photograph(Picture picture) throws IOException;

        /** What the experiment means in place of its own photograph, as {@link Sources#mixture} gives it. */
        default Optional<Mixture> mixture() {
            return Optional.empty();
        }

        /**
         * The regions that a mask draws: the one kind of picture that is decoded.
         *
         * @throws IOException if it cannot be read
         */
        Regions regions(Picture mask) throws IOException;
    }

    /** The network's. */
    public Architecture architecture() {
        return network.architecture();
    }

    /** What the experiment means in place of its own photograph: a mean of several; its photograph alone where empty. */
    public Optional<Mixture> mixture() {
        return extents.mixture();
    }

    /** Whether the image goes on at its opposite border. */
    public boolean isCircular() {
        return frame.border() == Border.CIRCULAR;
    }

    /** Of the image to be made, and of pictures that are laid over it. */
    public Map<String, MapShape> image(Collection<String> layers) {
        return network.shapes(frame.size(), frame.border(), layers);
    }

    /**
     * Of the experiment's own photograph.
     *
     * @throws IOException if it cannot be read
     */
    public Map<String, MapShape> photograph(Collection<String> layers) throws IOException {
        return network.shapes(extents.photograph(), frame.ofPhotograph(), layers);
    }

    /**
     * Of another photograph.
     *
     * @throws IOException if it cannot be read
     */
    public Map<String, MapShape> photograph(Picture picture, Collection<String> layers) throws IOException {
        return network.shapes(extents.photograph(picture), frame.ofPhotograph(), layers);
    }
}
