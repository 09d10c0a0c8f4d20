package lichen.app.experiment.mixing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import lichen.app.quality.LabelledMeasure;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.io.file.CsvFile;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;

/** Makes the images on all ways, measures them, and draws a strip of each. */
final class InterpolationTask implements Task {
    private static final String FIGURE = "interpolation";
    private static final String NUMBERS = "interpolation.csv";

    private final Interpolation experiment;
    private final List<LabelledMeasure> measures;
    private final Workbench workbench;
    private final Map<String, Passage> passages = new LinkedHashMap<>();

    InterpolationTask(Interpolation experiment, List<LabelledMeasure> measures, Workbench workbench) {
        this.experiment = experiment;
        this.measures = measures;
        this.workbench = workbench;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        blendPixels(session);
        List<Trial> trials = new ArrayList<>();
        for (String method : experiment.methods().keySet()) {
            for (int step = 0; step < experiment.steps(); step++) {
                trials.add(
                        new Trial(name(method, step), Interpolation.place(method), experiment.texture(method, step)));
            }
        }
        if (!new Trials(workbench, session).run(trials)) {
            return Verdict.interrupted("interrupted; the images that are done are kept");
        }
        measure(session);
        session.images().writePng(draw(session), run.image(FIGURE), Depth.EIGHT_BITS);
        CsvFile.write(run.folder().resolve(NUMBERS), numbers());
        return Trials.verdict(run, trials, trials.size() + " images on " + ways().size() + " ways", run.image(FIGURE));
    }

    private void blendPixels(Session session) throws IOException {
        List<Image> photographs = new ArrayList<>();
        for (int i = 0; i < experiment.photographs().size(); i++) {
            Picture picture = experiment.photographs().get(i);
            photographs.add(new Photograph(picture).open(workbench, Interpolation.photographAt(i)));
        }
        for (int step = 0; step < experiment.steps(); step++) {
            Image blend = Blending.pixels(photographs, experiment.shares(step));
            session.images().writePng(blend, file(Interpolation.BLEND, step, session.run()), Depth.EIGHT_BITS);
        }
    }

    /** Measures the ways that have all their images. */
    private void measure(Session session) throws IOException {
        session.progress().message("measuring");
        List<List<Double>> shares = new ArrayList<>();
        for (int step = 0; step < experiment.steps(); step++) {
            shares.add(experiment.shares(step));
        }
        try (Yardstick yardstick =
                Yardstick.open(experiment.photographs(), Interpolation::photographAt, measures, workbench)) {
            for (String way : ways()) {
                List<Image> images = new ArrayList<>();
                for (int step = 0; step < experiment.steps(); step++) {
                    Path file = file(way, step, session.run());
                    if (Files.exists(file)) {
                        images.add(session.images().read(file));
                    }
                }
                if (images.size() == experiment.steps()) {
                    passages.put(way, yardstick.of(images, shares));
                }
            }
        }
    }

    /** A row for each way, the photographs' names above their places. */
    private Image draw(Session session) throws IOException {
        List<List<PictureGrid.Cell>> rows = new ArrayList<>();
        for (String way : ways()) {
            List<PictureGrid.Cell> row = new ArrayList<>();
            for (int step = 0; step < experiment.steps(); step++) {
                String distance = passages.containsKey(way)
                        ? text(passages.get(way).misses().get(step))
                        : "";
                String caption = step == 0 ? way : distance;
                row.add(PictureGrid.Cell.of(session.images(), file(way, step, session.run()), caption));
            }
            rows.add(row);
        }
        return new PictureGrid(heads(), rows).draw(rows.get(0).get(0).image().size());
    }

    private List<String> heads() {
        List<String> names = new Blending(experiment.photographs()).names();
        List<String> heads = new ArrayList<>();
        for (int step = 0; step < experiment.steps(); step++) {
            List<String> parts = new ArrayList<>();
            List<Double> shares = experiment.shares(step);
            for (int k = 0; k < shares.size(); k++) {
                if (shares.get(k) > 0) {
                    parts.add(
                            shares.get(k) == 1 ? names.get(k) : Math.round(100 * shares.get(k)) + " % " + names.get(k));
                }
            }
            heads.add(String.join(", ", parts));
        }
        return heads;
    }

    private List<List<String>> numbers() {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("way", "step", "miss", "distance")));
        passages.forEach((way, passage) -> {
            for (int step = 0; step < passage.distances().size(); step++) {
                rows.add(List.of(
                        way,
                        Integer.toString(step),
                        Double.toString(passage.misses().get(step)),
                        Double.toString(passage.distances().get(step))));
            }
        });
        return rows;
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<Section> sections = new ArrayList<>();
        sections.add(Pictures.of(new ReportPicture("from one photograph to the other", run.image(FIGURE))));
        if (!passages.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            passages.forEach((way, passage) -> rows.add(List.of(
                    way,
                    text(passage.worst()),
                    text(passage.farthest()),
                    text(passage.path()),
                    text(passage.longest()))));
            sections.add(new Table(
                    "The ways (worst: how far an image is from the mean of the photographs' statistics; farthest: from the"
                            + " photographs themselves; both over the floors)",
                    List.of(
                            "way",
                            "worst on the way",
                            "farthest from both",
                            "path over chord",
                            "longest step over mean"),
                    rows));
        }
        List<String> names = new ArrayList<>();
        experiment.methods().keySet().forEach(method -> {
            for (int step = 0; step < experiment.steps(); step++) {
                names.add(name(method, step));
            }
        });
        sections.add(SynthesisReport.losses(run, names));
        return sections;
    }

    @Override
    public void close() {
        // The trials close themselves when they have run.
    }

    private List<String> ways() {
        List<String> ways = new ArrayList<>(List.of(Interpolation.BLEND));
        ways.addAll(experiment.methods().keySet());
        return ways;
    }

    private static Path file(String way, int step, RunDirectory run) throws IOException {
        return way.equals(Interpolation.BLEND)
                ? run.image(name(way, step))
                : run.part(name(way, step)).image(SynthesisTask.RESULT);
    }

    private static String name(String way, int step) {
        return way + "-" + (step + 1);
    }

    private static String text(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.2f", number) : "-";
    }
}
