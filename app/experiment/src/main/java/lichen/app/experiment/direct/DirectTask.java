package lichen.app.experiment.direct;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import lichen.app.experiment.Seen;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Tiling;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.core.image.Image;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;
import lichen.synthesis.StepwiseImage;

/** Makes an image step by step. It takes seconds, so that one that was interrupted is begun anew. */
final class DirectTask implements Task {
    private static final String TARGET = "target";
    private static final String TILED = "tiled";

    private final Image photograph;
    private final Seen seen;
    private final StepwiseImage making;
    private final String steps;
    private final boolean tiles;

    /**
     * What is made.
     *
     * @param seen what of the photograph
     * @param steps what a step is called, in the plural
     * @param tiles whether copies of the image fit together without a seam
     */
    DirectTask(Image photograph, Seen seen, StepwiseImage making, String steps, boolean tiles) {
        this.photograph = photograph;
        this.seen = seen;
        this.making = making;
        this.steps = steps;
        this.tiles = tiles;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        AtomicBoolean stopped = new AtomicBoolean();
        session.interruption().accept(() -> stopped.set(true));
        session.images().writePng(photograph, run.image(TARGET), Depth.EIGHT_BITS);
        while (making.taken() < making.steps() && !stopped.get()) {
            making.step();
            session.progress().update(making.taken(), making.steps(), steps, Double.NaN);
        }
        Image image = making.image();
        session.images().keepPng(image, run.image(TextureExperiment.RESULT), Depth.EIGHT_BITS, seen.text());
        if (making.taken() < making.steps()) {
            return Verdict.interrupted("interrupted after " + making.taken() + " of " + making.steps() + " " + steps);
        }
        if (tiles) {
            session.images().writePng(Tiling.twoByTwo(image), run.image(TILED), Depth.EIGHT_BITS);
        }
        return Verdict.done(making.steps() + " " + steps, run.image(TextureExperiment.RESULT));
    }

    @Override
    public List<Section> report(RunDirectory run) {
        List<ReportPicture> pictures = Stream.of(TARGET, TextureExperiment.RESULT, TILED)
                .filter(name -> Files.exists(run.image(name)))
                .map(name -> new ReportPicture(name, run.image(name)))
                .toList();
        return List.of(Pictures.of(pictures.toArray(ReportPicture[]::new)));
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
