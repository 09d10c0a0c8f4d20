package lichen.app.experiment;

import java.io.IOException;

/** An experiment that scores the images of its parts: scores depend on images and measures, images on neither. */
public interface Scored extends Experiment {
    /**
     * Opens what scores the images of a run again, as they are, by the measures that the experiment names now; no image is made.
     *
     * @throws IOException if a file cannot be read; the message names it
     * @throws lichen.io.json.ConfigException if a value does not fit what was opened
     */
    Task rescoring(Workbench workbench) throws IOException;
}
