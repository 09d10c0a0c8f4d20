package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.Section;
import lichen.app.quality.Reference;
import lichen.app.quality.control.Control;
import lichen.core.image.Image;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;

/** Makes the image of a control. */
final class ControlTask implements Task {
    private final Control control;
    private final Reference reference;
    private final RandomGenerator random;

    ControlTask(Control control, Reference reference, RandomGenerator random) {
        this.control = control;
        this.reference = reference;
        this.random = random;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        Image image = control.make(reference, random)
                .orElseThrow(() -> new IOException("the photograph is too small for this control"));
        session.images().writePng(image, session.run().image(TextureExperiment.RESULT), Depth.EIGHT_BITS);
        return Verdict.done("made", session.run().image(TextureExperiment.RESULT));
    }

    @Override
    public List<Section> report(RunDirectory run) {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
