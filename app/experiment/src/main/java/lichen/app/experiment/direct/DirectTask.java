package lichen.app.experiment.direct;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
    private static final String TILED = "tiled";

    /**
     * A kind of image.
     *
     * @param steps what the steps are called that it is made in
     * @param tiles whether copies of it fit together without a seam
     * @param depth how finely it is kept
     */
    record Kind(String steps, boolean tiles, Depth depth) {
        /** A kind that is kept as every viewer shows it. */
        Kind(String steps, boolean tiles) {
            this(steps, tiles, Depth.EIGHT_BITS);
        }
    }

    private final Given given;
    private final StepwiseImage making;
    private final MaterialMaps maps;
    private final Appraisal appraisal;
    private final Kind kind;

    /**
     * What is made, with other maps of the same material.
     *
     * @param appraisal what is told of the image
     * @param kind what kind of image it is
     */
    DirectTask(Given given, StepwiseImage making, MaterialMaps maps, Appraisal appraisal, Kind kind) {
        this.given = given;
        this.making = making;
        this.maps = maps;
        this.appraisal = appraisal;
        this.kind = kind;
    }

    /** What is made, and nothing with it. */
    DirectTask(Given given, StepwiseImage making, Appraisal appraisal, Kind kind) {
        this(given, making, MaterialMaps.none(), appraisal, kind);
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        AtomicBoolean stopped = new AtomicBoolean();
        session.interruption().accept(() -> stopped.set(true));
        for (Map.Entry<String, Image> picture : given.pictures().entrySet()) {
            session.images().writePng(picture.getValue(), run.image(picture.getKey()), Depth.EIGHT_BITS);
        }
        while (making.taken() < making.steps() && !stopped.get()) {
            making.step();
            session.progress().update(making.taken(), making.steps(), kind.steps(), Double.NaN);
        }
        Image image = making.image();
        session.images()
                .keepPng(
                        image,
                        run.image(TextureExperiment.RESULT),
                        kind.depth(),
                        given.seen().text());
        if (making.taken() < making.steps()) {
            return Verdict.interrupted(
                    "interrupted after " + making.taken() + " of " + making.steps() + " " + kind.steps());
        }
        maps.write(session.images(), run);
        if (kind.tiles()) {
            session.images().writePng(Tiling.twoByTwo(image), run.image(TILED), Depth.EIGHT_BITS);
        }
        return Verdict.done(making.steps() + " " + kind.steps(), run.image(TextureExperiment.RESULT))
                .then(() -> appraisal.write(image, run));
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<ReportPicture> pictures = Stream.concat(
                        given.pictures().keySet().stream(),
                        Stream.concat(Stream.of(TextureExperiment.RESULT, TILED), maps.names()))
                .filter(name -> Files.exists(run.image(name)))
                .map(name -> new ReportPicture(name, run.image(name)))
                .toList();
        List<Section> sections = new ArrayList<>(List.of(Pictures.of(pictures.toArray(ReportPicture[]::new))));
        sections.addAll(appraisal.sections(run));
        return sections;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
