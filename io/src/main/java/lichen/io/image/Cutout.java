package lichen.io.image;

import java.util.Optional;
import lichen.core.image.Image;

/**
 * An image of which some pixels may not be there.
 *
 * @param image all of it, what is transparent laid on white
 * @param transparent white where a pixel is not opaque, else black; empty if all are opaque
 */
public record Cutout(Image image, Optional<Image> transparent) {}
