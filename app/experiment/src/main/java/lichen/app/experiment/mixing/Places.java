package lichen.app.experiment.mixing;

import java.util.List;
import lichen.app.experiment.SynthesisExperiment;

/** Where textures lie that there are no photographs of, by their numbers. */
interface Places {
    /** The learning of a texture. */
    SynthesisExperiment texture(int number);

    /** What tells where it lies. */
    List<String> names();

    /** Where it lies, in short words. */
    List<String> said(int number);
}
