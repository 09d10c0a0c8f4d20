package lichen.app.experiment.direct;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import lichen.app.experiment.ResultMeasures;
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
import lichen.synthesis.stepwise.StepwiseImage;

/** Makes an image step by step. It takes seconds, so that one that was interrupted is begun anew. */
final class DirectTask implements Task {
    private static final String TARGET = "target";
    private static final String TILED = "tiled";

    /**
     * A kind of image.
     *
     * @param steps what the steps are called that it is made in
     * @param tiles whether copies of it fit together without a seam
     */
    record Kind(String steps, boolean tiles) {}

    private final Image photograph;
    private final Seen seen;
    private final StepwiseImage making;
    private final ResultMeasures measures;
    private final Kind kind;

    /**
     * What is made.
     *
     * @param seen what of the photograph
     * @param measures what scores the image
     * @param kind what kind of image it is
     */
    DirectTask(Image photograph, Seen seen, StepwiseImage making, ResultMeasures measures, Kind kind) {
        this.photograph = photograph;
        this.seen = seen;
        this.making = making;
        this.measures = measures;
        this.kind = kind;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        AtomicBoolean stopped = new AtomicBoolean();
        session.interruption().accept(() -> stopped.set(true));
        session.images().writePng(photograph, run.image(TARGET), Depth.EIGHT_BITS);
        while (making.taken() < making.steps() && !stopped.get()) {
            making.step();
            session.progress().update(making.taken(), making.steps(), kind.steps(), Double.NaN);
        }
        Image image = making.image();
        session.images().keepPng(image, run.image(TextureExperiment.RESULT), Depth.EIGHT_BITS, seen.text());
        if (making.taken() < making.steps()) {
            return Verdict.interrupted(
                    "interrupted after " + making.taken() + " of " + making.steps() + " " + kind.steps());
        }
        if (kind.tiles()) {
            session.images().writePng(Tiling.twoByTwo(image), run.image(TILED), Depth.EIGHT_BITS);
        }
        return Verdict.done(making.steps() + " " + kind.steps(), run.image(TextureExperiment.RESULT))
                .then(() -> measures.write(image, run));
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<ReportPicture> pictures = Stream.of(TARGET, TextureExperiment.RESULT, TILED)
                .filter(name -> Files.exists(run.image(name)))
                .map(name -> new ReportPicture(name, run.image(name)))
                .toList();
        List<Section> sections = new ArrayList<>(List.of(Pictures.of(pictures.toArray(ReportPicture[]::new))));
        sections.addAll(measures.sections(run));
        return sections;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
