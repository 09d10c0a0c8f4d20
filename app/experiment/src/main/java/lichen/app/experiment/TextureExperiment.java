package lichen.app.experiment;

import java.util.Set;
import lichen.core.feature.Statistic;
import lichen.core.image.Picture;

/** An experiment that makes one image with the texture of one photograph. */
public interface TextureExperiment extends Experiment {
    /** The name of the image that its run leaves. */
    String RESULT = "result";

    /** The photograph. */
    Picture target();

    /**
     * What the method makes alike in image and photograph. Measures that share it say nothing about its images, all of them where it
     * is not said.
     */
    default Set<Statistic> statistics() {
        return Set.of(Statistic.UNTOLD);
    }

    /** The same method for another photograph and seed; the image has the photograph's extents. */
    TextureExperiment with(Picture other, long otherSeed);
}
