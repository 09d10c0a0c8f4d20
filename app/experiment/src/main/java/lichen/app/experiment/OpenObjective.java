package lichen.app.experiment;

import java.io.IOException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.optimizer.Objective;
import lichen.core.tensor.TensorScope;

/** What a synthesis asks of its image, opened for those who make images in another way: its photograph and its objective. */
public final class OpenObjective {
    private final Stages stages;
    private final OpenStage whole;

    private OpenObjective(Stages stages, OpenStage whole) {
        this.stages = stages;
        this.whole = whole;
    }

    /**
     * Opens all that the objective needs.
     *
     * @param experiment a synthesis without stages
     * @param scope owner of all arrays
     * @throws lichen.io.json.ConfigException if something does not fit
     */
    public static OpenObjective of(SynthesisExperiment experiment, Workbench workbench, TensorScope scope)
            throws IOException {
        Stages stages = Stages.of(experiment, workbench, experiment.size());
        stages.require();
        return new OpenObjective(stages, stages.open(0, scope));
    }

    /** The photograph. */
    public Image photograph() {
        return stages.photograph();
    }

    /** The extents of the image to be made. */
    public Size size() {
        return stages.size();
    }

    /**
     * The objective of a round, over pixels; that of another round works no longer.
     *
     * @throws IOException if a picture cannot be read
     */
    public Objective in(int round) throws IOException {
        return whole.objectives().at(round);
    }
}
