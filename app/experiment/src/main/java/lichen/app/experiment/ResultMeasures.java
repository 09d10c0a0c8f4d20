package lichen.app.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.report.Table;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Reference;
import lichen.app.quality.Score;
import lichen.app.quality.ScoreFile;
import lichen.app.quality.ScoreTable;
import lichen.app.quality.Scorer;
import lichen.app.quality.Scores;
import lichen.app.quality.SharedMeasures;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.io.json.ConfigException;
import lichen.io.run.RunDirectory;

/** Scores the image that an experiment has made, by the measures of its config. */
public final class ResultMeasures {
    private static final String FILE = "scores.csv";

    private final TextureExperiment experiment;
    private final Workbench workbench;
    private final List<LabelledMeasure> measures;

    private ResultMeasures(TextureExperiment experiment, Workbench workbench) {
        this.experiment = experiment;
        this.workbench = workbench;
        measures = LabelledMeasure.of(workbench.config().registry(), experiment.measures());
    }

    /**
     * The measures of an experiment, opened once so that what does not fit is told before the image is made.
     *
     * @param size the extents of the image to be made
     * @throws ConfigException if the photograph or the image is too small to be measured
     */
    public static ResultMeasures of(TextureExperiment experiment, Workbench workbench, Size size) throws IOException {
        ResultMeasures measures = new ResultMeasures(experiment, workbench);
        if (!measures.measures.isEmpty()) {
            measures.open().close();
            workbench.check("$", () -> requireSize(size));
        }
        return measures;
    }

    /** Looks at the measures' files, and whether photograph and image are large enough. */
    public static void inspect(TextureExperiment experiment, Inspection inspection, Size size) {
        Workbench workbench = inspection.workbench();
        for (int i = 0; i < experiment.measures().size(); i++) {
            inspection.check("$.measures[" + i + "]", experiment.measures().get(i)::inspect);
        }
        if (!experiment.measures().isEmpty()) {
            new Photograph(experiment.target())
                    .inspectReference(inspection, workbench.place(experiment.target(), "$.target"));
            inspection.check("$", () -> requireSize(size));
        }
    }

    private static void requireSize(Size size) {
        Require.atLeast(Scorer.LEAST_SIDE, "size", Math.min(size.width(), size.height()));
    }

    /** Scores the image into a file of the run; nothing without measures. */
    public void write(Image result, RunDirectory run) throws IOException {
        if (measures.isEmpty()) {
            return;
        }
        try (Scorer scorer = open()) {
            ScoreFile.write(file(run), scorer.score(result).scores());
        }
    }

    /** The table of the scores, if there are any. */
    public List<Section> sections(RunDirectory run) throws IOException {
        List<Score> scores = ScoreFile.read(file(run));
        if (scores.isEmpty()) {
            return List.of();
        }
        ScoreTable table = ScoreTable.of(
                Map.of(TextureExperiment.RESULT, new Scores(scores, "")),
                SharedMeasures.of(experiment.statistics(), experiment.unmeasured(), measures));
        return List.of(
                new Table("Measures (quality over the floor: 1 is another photograph)", table.columns(), table.rows()));
    }

    private Scorer open() throws IOException {
        String place = workbench.place(experiment.target(), "$.target");
        Reference reference = new Photograph(experiment.target()).reference(workbench, place);
        try {
            return new Scorer(measures, reference, workbench::image);
        } catch (InvalidValueException e) {
            throw new ConfigException(workbench.config().problemAt(place, "the " + e.name() + " " + e.reason()));
        }
    }

    private static Path file(RunDirectory run) {
        return run.folder().resolve(FILE);
    }
}
