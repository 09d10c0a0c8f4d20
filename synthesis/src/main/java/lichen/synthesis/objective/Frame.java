package lichen.synthesis.objective;

import lichen.core.feature.Border;
import lichen.core.image.Size;

/**
 * The frame of an image to be made.
 *
 * @param size its extents
 * @param border how a network sees it go on beyond its border
 */
public record Frame(Size size, Border border) {
    /**
     * How the network sees the photograph go on that the image is compared with: as the image, but never by beginning
     * again, since photographs do not wrap.
     */
    public Border ofPhotograph() {
        return border == Border.CIRCULAR ? Border.REFLECT : border;
    }
}
