package lichen.synthesis.parameterization;

import java.io.IOException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Summary;

/** What an optimiser turns the knobs of, as a user writes it: a way to make an image from parameters. */
@Summary("what the optimiser changes, and how an image is made of it")
@FunctionalInterface
public interface Parameterization {
    /**
     * Opens it for images of one size.
     *
     * @param size the extents of the images
     * @param context random numbers, and the owner of buffers: coordinates work as long as its scope is open
     * @throws lichen.core.check.InvalidValueException if there are no images of the size
     * @throws IOException if a file, as of a generator, cannot be read
     */
    Coordinates open(Size size, CoordinateContext context) throws IOException;

    /**
     * Checks that there are images of a size, as {@link #open} does, without native code. Beside the one abstract method, because an
     * experiment is checked by it before anything computes; most have images of every size.
     *
     * @throws lichen.core.check.InvalidValueException if there are none
     * @throws IOException if a file, as of a generator, cannot be read
     */
    default void requireSize(Size size) throws IOException {}

    /**
     * How many parameters an image of a size has at most: by default the numbers of its pixels. Beside the one abstract method,
     * because it is asked before anything is opened.
     */
    default long count(Size size) {
        return (long) Image.CHANNELS * size.width() * size.height();
    }
}
