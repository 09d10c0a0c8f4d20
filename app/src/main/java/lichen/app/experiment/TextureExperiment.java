package lichen.app.experiment;

/** An experiment that makes one image with the texture of one photograph. */
public interface TextureExperiment extends Experiment {
    /** The name of the image that its run leaves. */
    String RESULT = "result";

    /** The photograph. */
    Target target();

    /** The same method for another photograph and seed; the image has the photograph's extents. */
    TextureExperiment with(Target other, long otherSeed);
}
