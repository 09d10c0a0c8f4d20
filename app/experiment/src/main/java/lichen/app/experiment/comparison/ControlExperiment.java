package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.report.Section;
import lichen.app.quality.Reference;
import lichen.app.quality.control.Control;
import lichen.app.quality.control.Controls;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;

/**
 * The making of the image of a control; part of a comparison only, and so no variant.
 *
 * @param seed the seed of its random numbers
 * @param backend what computes
 * @param target the photograph
 * @param control the control's name
 */
record ControlExperiment(long seed, BackendChoice backend, Picture target, String control) implements Experiment {
    @Override
    public Task open(Workbench workbench) throws IOException {
        Control made = Objects.requireNonNull(Controls.all().get(control));
        return new ControlTask(
                made, new Photograph(target).reference(workbench, "$"), workbench.random().stream(control));
    }

    private record ControlTask(Control control, Reference reference, RandomGenerator random) implements Task {
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
}
