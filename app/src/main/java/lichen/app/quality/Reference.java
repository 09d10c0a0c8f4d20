package lichen.app.quality;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.image.Crop;
import lichen.core.image.Image;

/**
 * What images are scored against: a photograph, and the part of it that the method saw. The rest of the photograph tells how
 * far apart two photographs of the same thing are.
 *
 * @param photograph all of it
 * @param part where in it the target is
 */
public record Reference(Image photograph, Crop part) {
    /** Checks that the part lies inside. */
    public Reference {
        Require.that(
                (long) part.x() + part.width() <= photograph.width()
                        && (long) part.y() + part.height() <= photograph.height(),
                "crop",
                "must lie inside the photograph of " + photograph.width() + " x " + photograph.height()
                        + " pixels, but is " + part);
    }

    /**
     * A photograph of which a part was seen.
     *
     * @param part the part; all of the photograph where empty
     * @throws lichen.core.check.InvalidValueException if the part reaches outside
     */
    public static Reference of(Image photograph, Optional<Crop> part) {
        return new Reference(photograph, part.orElseGet(() -> new Crop(0, 0, photograph.width(), photograph.height())));
    }

    /** The part that the method saw. */
    public Image target() {
        return photograph.crop(part);
    }
}
