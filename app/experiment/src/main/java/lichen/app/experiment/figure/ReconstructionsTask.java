package lichen.app.experiment.figure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Session;
import lichen.app.experiment.SynthesisReport;
import lichen.app.experiment.SynthesisTask;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.trial.Trial;
import lichen.app.experiment.trial.Trials;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;

/** Learns a texture for each photograph, and draws it beside the photograph and its reconstruction. */
final class ReconstructionsTask implements Task {
    private static final String FIGURE = "reconstructions";
    private static final List<String> HEADS = List.of("photograph", "reconstruction", "learned texture");

    private final Reconstructions experiment;
    private final List<Image> photographs;
    private final Autoencoder autoencoder;
    private final Workbench workbench;

    ReconstructionsTask(
            Reconstructions experiment, List<Image> photographs, Autoencoder autoencoder, Workbench workbench) {
        this.experiment = experiment;
        this.photographs = photographs;
        this.autoencoder = autoencoder;
        this.workbench = workbench;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < photographs.size(); i++) {
            trials.add(new Trial(name(i), "$", experiment.synthesis(i)));
        }
        if (!new Trials(workbench, session).run(trials)) {
            return Verdict.interrupted("interrupted; the textures that are done are kept");
        }
        session.images().writePng(draw(session), session.run().image(FIGURE), Depth.EIGHT_BITS);
        return Trials.verdict(
                session.run(),
                trials,
                photographs.size() + " textures learned",
                session.run().image(FIGURE));
    }

    private Image draw(Session session) throws IOException {
        List<List<PictureGrid.Cell>> rows = new ArrayList<>();
        int width = 0;
        int height = 0;
        for (int i = 0; i < photographs.size(); i++) {
            Image photograph = photographs.get(i);
            Image reconstruction = autoencoder.reconstruct(photograph);
            RunDirectory part = session.run().part(name(i));
            session.images().writePng(reconstruction, part.image("reconstruction"), Depth.EIGHT_BITS);
            String error = String.format(
                    Locale.ROOT, "squared error %.2g", MeanSquaredError.between(photograph, reconstruction));
            rows.add(List.of(
                    new PictureGrid.Cell(
                            photograph, new Photograph(experiment.targets().get(i)).shortName()),
                    new PictureGrid.Cell(reconstruction, error),
                    PictureGrid.Cell.of(session.images(), part.image(SynthesisTask.RESULT), "")));
            width = Math.max(width, photograph.width());
            height = Math.max(height, photograph.height());
        }
        return new PictureGrid(HEADS, rows).draw(new Size(width, height));
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        return List.of(Pictures.of(new ReportPicture(FIGURE, run.image(FIGURE))), SynthesisReport.losses(run, names()));
    }

    @Override
    public void close() {
        // The trials close themselves when they have run.
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < photographs.size(); i++) {
            names.add(name(i));
        }
        return names;
    }

    private String name(int target) {
        return target + 1 + "-" + new Photograph(experiment.targets().get(target)).shortName();
    }
}
