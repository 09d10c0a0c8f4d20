package lichen.app.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.app.control.Control;
import lichen.app.control.Controls;
import lichen.app.experiment.Parts;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Mean;
import lichen.app.quality.OptimisedMeasures;
import lichen.app.quality.Scale;
import lichen.app.report.Picture;
import lichen.app.report.Pictures;
import lichen.app.report.Section;
import lichen.app.report.Table;
import lichen.core.random.RandomStreams;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;

/** Makes the images, scores them, and puts the scores together. */
final class ComparisonTask implements Task {
    private static final String SHEET = "contact-sheet";

    private final Comparison comparison;
    private final Plan plan;
    private final List<LabelledMeasure> measures;
    private final Photographs photographs;
    private final Workbench workbench;

    ComparisonTask(
            Comparison comparison, List<LabelledMeasure> measures, Photographs photographs, Workbench workbench) {
        this.comparison = comparison;
        this.plan = Plan.of(comparison);
        this.measures = measures;
        this.photographs = photographs;
        this.workbench = workbench;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        for (String photograph : plan.photographs()) {
            photographs.target(photograph, run);
        }
        List<Parts.Part> parts = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            parts.add(new Parts.Part(trial.name(), () -> new ImageTask(() -> open(trial, run))));
        }
        boolean isWhole = Parts.run(session, parts) && new Scoring(plan, photographs, measures, session).run();
        if (!isWhole) {
            return Verdict.interrupted("interrupted; the images and scores that are done are kept");
        }
        session.images()
                .writePng(new ContactSheet(plan, run, session.images()).draw(), run.image(SHEET), Depth.EIGHT_BITS);
        Results results = Results.read(plan, optimised(), run);
        ResultFiles.write(results, run);
        int failed = new Tables(results).failures().rows().size();
        return Verdict.done(
                plan.trials().size() + " images of " + plan.columns().size() + " methods and controls"
                        + (failed == 0 ? "" : ", of which " + failed + " failed"),
                run.image(SHEET));
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        Results results = Results.read(plan, optimised(), run);
        Tables tables = new Tables(results);
        List<Section> sections = new ArrayList<>(List.of(
                Pictures.of(new Picture("photographs and the first image of each method", run.image(SHEET))),
                tables.overview(),
                tables.measures(Scale.FULL),
                tables.measures(Scale.HALF),
                tables.photographs(Mean.ARITHMETIC),
                tables.photographs(Mean.GEOMETRIC),
                tables.differences(),
                tables.ranks(),
                floors(run)));
        Table failures = tables.failures();
        if (!failures.rows().isEmpty()) {
            sections.add(failures);
        }
        return sections;
    }

    @Override
    public void close() {
        // The parts close themselves when they have run.
    }

    private Task open(Trial trial, RunDirectory run) throws IOException {
        RandomStreams random = comparison.random(trial);
        if (plan.isControl(trial)) {
            Control control = Objects.requireNonNull(Controls.all().get(trial.column()));
            return new ControlTask(control, photographs.reference(trial.photograph()), random.stream(trial.column()));
        }
        return comparison
                .method(trial.column())
                .with(photographs.target(trial.photograph(), run), random.seed())
                .open(comparison.workbench(workbench, trial.column(), random));
    }

    private Map<String, Set<String>> optimised() {
        Map<String, Set<String>> optimised = new LinkedHashMap<>();
        for (String method : comparison.methods().keySet()) {
            Set<String> labels = OptimisedMeasures.of(
                    (Record) comparison.method(method),
                    measures,
                    workbench.config().registry());
            if (!labels.isEmpty()) {
                optimised.put(method, labels);
            }
        }
        return optimised;
    }

    private Table floors(RunDirectory run) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String photograph : plan.photographs()) {
            rows.add(List.of(photograph, Scoring.floor(photograph, run)));
        }
        return new Table("Floors", List.of("photograph", "how its floor was found"), rows);
    }
}
