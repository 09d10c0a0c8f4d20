package lichen.app.quality;

import java.util.Optional;
import lichen.core.image.Crop;
import lichen.core.image.Image;

/**
 * What images are scored against: a photograph, and the part of it that the method saw. The rest of the photograph tells how
 * far apart two photographs of the same thing are.
 *
 * @param photograph all of it
 * @param target the part that the method saw
 */
public record Reference(Image photograph, Image target) {
    /**
     * A photograph of which a part was seen.
     *
     * @param part the part; all of the photograph where empty
     * @throws lichen.core.check.InvalidValueException if the part reaches outside
     */
    public static Reference of(Image photograph, Optional<Crop> part) {
        return new Reference(photograph, part.map(photograph::crop).orElse(photograph));
    }
}
