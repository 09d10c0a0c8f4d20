package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;

/** The first image of a synthesis, as a user writes it: a record whose components are JSON keys. */
@Family("start")
@Summary("the image that the synthesis starts from")
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
