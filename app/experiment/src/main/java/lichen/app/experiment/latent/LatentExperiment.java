package lichen.app.experiment.latent;

import java.util.List;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Output;
import lichen.core.image.Picture;
import lichen.core.loop.StopRule;

/** An experiment that trains a generator on photographs by way of latents. */
interface LatentExperiment extends Experiment {
    /** The photographs. */
    List<Picture> photographs();

    /** When it ends. */
    StopRule stop();

    /** What is written on the way. */
    Output output();
}
