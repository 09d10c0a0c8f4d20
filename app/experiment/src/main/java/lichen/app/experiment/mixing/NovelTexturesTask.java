package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import lichen.app.experiment.report.Table;
import lichen.app.experiment.trial.Trial;
import lichen.app.experiment.trial.Trials;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;

/** Learns the textures, and draws them below the photographs. */
final class NovelTexturesTask implements Task {
    private static final String FIGURE = "novel-textures";

    private final NovelTextures experiment;
    private final Places places;
    private final Workbench workbench;

    NovelTexturesTask(NovelTextures experiment, Places places, Workbench workbench) {
        this.experiment = experiment;
        this.places = places;
        this.workbench = workbench;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < experiment.count(); i++) {
            trials.add(new Trial(name(i), NovelTextures.place(), places.texture(i)));
        }
        if (!new Trials(workbench, session).run(trials)) {
            return Verdict.interrupted("interrupted; the textures that are done are kept");
        }
        session.images().writePng(draw(session), session.run().image(FIGURE), Depth.EIGHT_BITS);
        return Trials.verdict(
                session.run(),
                trials,
                experiment.count() + " textures "
                        + (experiment.components().isPresent() ? "about the mean of patches of " : "between ")
                        + experiment.photographs().size() + " photographs",
                session.run().image(FIGURE));
    }

    /** Photographs in the first row; textures below, as many in each row. */
    private Image draw(Session session) throws IOException {
        List<String> names = new Blending(experiment.photographs()).names();
        List<PictureGrid.Cell> row = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Picture picture = experiment.photographs().get(i);
            row.add(new PictureGrid.Cell(
                    new Photograph(picture).open(workbench, "$.photographs[" + i + "]"), names.get(i)));
        }
        List<List<PictureGrid.Cell>> rows = new ArrayList<>(List.of(row));
        for (int i = 0; i < experiment.count(); i++) {
            if (i % names.size() == 0) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1)
                    .add(PictureGrid.Cell.of(
                            session.images(),
                            session.run().part(name(i)).image(SynthesisTask.RESULT),
                            String.join(" : ", places.said(i))));
        }
        return new PictureGrid(List.of(), rows).draw(row.get(0).image().size());
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<String> columns = new ArrayList<>(List.of("texture"));
        columns.addAll(places.names());
        List<List<String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < experiment.count(); i++) {
            List<String> row = new ArrayList<>(List.of(name(i)));
            row.addAll(places.said(i));
            rows.add(row);
            names.add(name(i));
        }
        return List.of(
                Pictures.of(new ReportPicture(
                        "photographs, and textures that there are no photographs of", run.image(FIGURE))),
                new Table("What lies where", columns, rows),
                SynthesisReport.losses(run, names));
    }

    @Override
    public void close() {
        // The trials close themselves when they have run.
    }

    private static String name(int texture) {
        return "texture-" + (texture + 1);
    }
}
