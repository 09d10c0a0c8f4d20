package lichen.synthesis.start;

import java.io.IOException;
import java.util.Optional;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;

/**
 * An image that there is already, resized where its size is another.
 *
 * @param image the file
 * @param colours another file, whose mean colour and covariance of colours it takes on; its own where empty
 */
@Summary("an image that there is already, resized where its size is another")
public record FromImage(
        @Summary("the image file") FileReference image,

        @Summary("another image file, whose colours it takes on")
        Optional<FileReference> colours)
        implements StartImage {
    /** The image with its own colours. */
    public FromImage(FileReference image) {
        this(image, Optional.empty());
    }

    @Override
    public Image create(StartContext context) throws IOException {
        Picture picture = colours.map(Picture.of(image)::inColoursOf).orElseGet(() -> Picture.of(image));
        return context.images().open(picture, context.size());
    }
}
