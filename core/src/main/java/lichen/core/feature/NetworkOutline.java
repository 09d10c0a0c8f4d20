package lichen.core.feature;

import java.util.Collection;
import java.util.Map;
import lichen.core.image.Size;

/** What there is to know of a network without computing: its layers, and the maps that they give of images of a size. */
public interface NetworkOutline {
    /** Its layers: what they are called and what they see. */
    Architecture architecture();

    /**
     * The shapes of the feature maps at some layers, by layer name, in the network's order. Loads no native code.
     *
     * @param size the images' extents
     * @param border how images go on beyond their border
     * @param taps the layers, by the names of {@link #architecture}
     * @throws UnknownLayerException if the network does not have a tap
     * @throws ImageTooSmallException if the image is smaller than what a tap sees at once
     * @throws lichen.core.check.InvalidValueException naming the size or the border, if images cannot go on so
     */
    Map<String, MapShape> shapes(Size size, Border border, Collection<String> taps);
}
