package lichen.app.quality.control;

import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.app.quality.Reference;
import lichen.core.image.Image;

/** Makes an image of the target's size by no method at all. */
@FunctionalInterface
public interface Control {
    /**
     * Makes the image. The same reference and stream give the same image.
     *
     * @return values in [0,1]; empty where the photograph does not allow it
     */
    Optional<Image> make(Reference reference, RandomGenerator random);
}
