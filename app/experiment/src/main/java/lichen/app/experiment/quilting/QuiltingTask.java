package lichen.app.experiment.quilting;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lichen.app.experiment.Seen;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.core.image.Image;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;
import lichen.synthesis.quilting.Quilt;

/** Lays a quilt. It takes seconds, so that one that was interrupted is begun anew. */
final class QuiltingTask implements Task {
    private static final String TARGET = "target";

    private final Image photograph;
    private final Seen seen;
    private final Quilt quilt;

    QuiltingTask(Image photograph, Seen seen, Quilt quilt) {
        this.photograph = photograph;
        this.seen = seen;
        this.quilt = quilt;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        AtomicBoolean stopped = new AtomicBoolean();
        session.interruption().accept(() -> stopped.set(true));
        session.images().writePng(photograph, run.image(TARGET), Depth.EIGHT_BITS);
        while (quilt.laid() < quilt.blocks() && !stopped.get()) {
            quilt.lay();
            session.progress().update(quilt.laid(), quilt.blocks(), "blocks", Double.NaN);
        }
        session.images().keepPng(quilt.image(), run.image(TextureExperiment.RESULT), Depth.EIGHT_BITS, seen.text());
        if (quilt.laid() < quilt.blocks()) {
            return Verdict.interrupted("interrupted after " + quilt.laid() + " of " + quilt.blocks() + " blocks");
        }
        return Verdict.done(quilt.blocks() + " blocks laid", run.image(TextureExperiment.RESULT));
    }

    @Override
    public List<Section> report(RunDirectory run) {
        return List.of(Pictures.of(
                new ReportPicture(TARGET, run.image(TARGET)),
                new ReportPicture(TextureExperiment.RESULT, run.image(TextureExperiment.RESULT))));
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
