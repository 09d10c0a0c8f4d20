package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.Size;

/** The first image of a synthesis, as a user writes it: a record whose components are JSON keys. */
@FunctionalInterface
public interface StartImage {
    /**
     * Makes the image.
     *
     * @param size its extents
     * @param target the photograph whose texture is learned
     * @param random the stream of random numbers to draw from; the same stream gives the same image on every machine
     */
    Image create(Size size, Image target, RandomGenerator random);
}
