package lichen.app.experiment.direct;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.app.experiment.Seen;
import lichen.core.image.Image;

/**
 * What an image is made from.
 *
 * @param pictures by the names of their files in the run, in the order to show them
 * @param seen what is seen of a photograph, for the image to carry
 */
record Given(Map<String, Image> pictures, Seen seen) {
    private static final String TARGET = "target";

    Given {
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }

    /** One photograph. */
    static Given of(Image photograph, Seen seen) {
        return new Given(Map.of(TARGET, photograph), seen);
    }
}
