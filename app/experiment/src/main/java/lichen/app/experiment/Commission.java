package lichen.app.experiment;

import lichen.core.image.Picture;

/**
 * One image that a method is asked for.
 *
 * @param photograph what the photograph is called
 * @param target what is seen of it
 * @param seed the seed as a user counts: all photographs have the same
 * @param random the seed of the image's random numbers
 */
public record Commission(String photograph, Picture target, long seed, long random) {
    /** The same image of the same photograph in another file. */
    public Commission with(Picture other) {
        return new Commission(photograph, other, seed, random);
    }
}
