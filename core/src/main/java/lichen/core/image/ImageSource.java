package lichen.core.image;

import java.io.IOException;

/** Where images that an experiment names come from: files, for those who may not read files themselves. */
@FunctionalInterface
public interface ImageSource {
    /**
     * Reads a picture and brings it to a size.
     *
     * @param picture the picture
     * @param size the extents wanted; an image of others is resized
     * @return an image of exactly that size, values in [0,1]
     * @throws IOException if the file cannot be read or is not an image; the message names it
     */
    Image open(Picture picture, Size size) throws IOException;
}
