package lichen.core.image;

import java.io.IOException;
import lichen.core.plugin.FileReference;

/** Where images that an experiment names come from: files, for those who may not read files themselves. */
@FunctionalInterface
public interface ImageSource {
    /**
     * Reads an image and brings it to a size.
     *
     * @param file the image
     * @param size the extents wanted; an image of others is resized
     * @return an image of exactly that size, values in [0,1]
     * @throws IOException if the file cannot be read or is not an image; the message names it
     */
    Image open(FileReference file, Size size) throws IOException;
}
