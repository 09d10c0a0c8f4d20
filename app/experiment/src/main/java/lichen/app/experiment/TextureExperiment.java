package lichen.app.experiment;

import java.util.List;
import lichen.app.quality.Measure;
import lichen.core.image.Picture;

/** An experiment that makes one image with the texture of one photograph. */
public interface TextureExperiment extends Method {
    /** The name of the image that its run leaves. */
    String RESULT = "result";

    /** The photograph. */
    Picture target();

    /** What the image is scored by when it is made, against the photograph that the target is a part of. */
    default List<Measure> measures() {
        return List.of();
    }

    /** The same method for another photograph and seed; the image has the photograph's extents. */
    TextureExperiment with(Picture other, long otherSeed);

    @Override
    default Record unmeasured() {
        return (Record) with(target(), seed());
    }

    @Override
    default Experiment image(Commission commission) {
        return with(commission.target(), commission.random());
    }
}
