package lichen.synthesis.start;

import java.io.IOException;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;

/**
 * An image that there is already, resized where its size is another.
 *
 * @param image the file
 */
@Summary("an image that there is already, resized where its size is another")
public record FromImage(@Summary("the image file") FileReference image) implements StartImage {
    @Override
    public Image create(StartContext context) throws IOException {
        return context.images().open(image, context.size());
    }
}
