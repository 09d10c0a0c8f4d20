package lichen.synthesis.start;

import java.io.IOException;
import lichen.core.image.Image;
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
     * @param context what it is made for and from; the same random stream gives the same image on every machine
     * @return an image of the size that the context asks for, values in [0,1]
     * @throws IOException if a file that the start names cannot be read as an image
     */
    Image create(StartContext context) throws IOException;
}
