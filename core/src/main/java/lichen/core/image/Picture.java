package lichen.core.image;

import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;

/**
 * A picture as a user names it: a file, the part of it that is meant, the size that this part is brought to, whose colours it
 * takes on, and what becomes of transparent pixels.
 *
 * @param image the file
 * @param crop the part of it to look at; all of it where empty
 * @param size what the part is resized to; its own where empty
 * @param colours another file, whose mean colour and covariance of colours this one is given; its own colours where empty
 * @param transparent what transparent pixels become; white where empty
 */
@Summary("a picture: a file, or a part of it, at a size")
public record Picture(
        @Summary("an image file, or bundled:<name>") FileReference image,
        @Summary("the part to look at") Optional<Crop> crop,
        @Summary("what the part is resized to") Optional<Size> size,

        @Summary("another image file, whose colours it takes on: their mean and covariance")
        Optional<FileReference> colours,

        @Summary(
                "what transparent pixels become: white, or texture, by which they are no part of it; white where left out")
        Optional<Transparent> transparent) {
    /** A picture with its own colours. */
    public Picture(FileReference image, Optional<Crop> crop, Optional<Size> size) {
        this(image, crop, size, Optional.empty(), Optional.empty());
    }

    /** All of a file, as large as it is. */
    public static Picture of(FileReference image) {
        return new Picture(image, Optional.empty(), Optional.empty());
    }

    /** The same picture in the colours of another. */
    public Picture inColoursOf(FileReference other) {
        return new Picture(image, crop, size, Optional.of(other), transparent);
    }

    /** The same picture, of which transparent pixels are no part. */
    public Picture ofWhatIsOpaque() {
        return new Picture(image, crop, size, colours, Optional.of(Transparent.TEXTURE));
    }

    /**
     * The extents of the picture, given those of the whole file.
     *
     * @throws lichen.core.check.InvalidValueException if the crop reaches outside
     */
    public Size seen(Size whole) {
        crop.ifPresent(part -> part.requireInside(whole));
        return size.orElse(crop.map(Crop::size).orElse(whole));
    }
}
