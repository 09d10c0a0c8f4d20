package lichen.app.experiment.comparison;

import java.util.Optional;
import lichen.app.experiment.Photograph;
import lichen.core.check.Require;
import lichen.core.image.Crop;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;

/**
 * A photograph of a comparison: a picture, and what to call it.
 *
 * @param image the file
 * @param crop the part of it that the methods see; all of it where empty
 * @param size what the part is resized to; its own where empty
 * @param name what to call it; as the file without the ending where empty
 */
@Summary("a picture, and what to call it")
public record NamedPicture(
        @Summary("an image file, or bundled:<name>") FileReference image,

        @Summary("the part that the methods see; the rest tells how far apart two photographs of it are")
        Optional<Crop> crop,

        @Summary("what the part is resized to") Optional<Size> size,

        @Summary("what to call it; as the file without the ending where left out")
        Optional<String> name) {
    /** Checks the name. */
    public NamedPicture {
        name.ifPresent(given -> Require.that(
                given.matches("[\\p{L}\\p{N}_-]{1,40}"),
                "name",
                "must be up to 40 letters, digits, - and _, but is \"" + given + "\""));
    }

    /** Without the name. */
    Picture picture() {
        return new Picture(image, crop, size);
    }

    /** What it is called. */
    String calledBy() {
        return name.orElseGet(() -> new Photograph(picture()).stem());
    }

    /** The same, made fit for a folder's name. */
    String shortName() {
        return name.orElseGet(() -> new Photograph(picture()).shortName());
    }
}
