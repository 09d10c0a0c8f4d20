package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Commission;
import lichen.app.experiment.Cost;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Forecast;
import lichen.app.experiment.Session;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.report.Table;
import lichen.app.experiment.trial.Finished;
import lichen.app.experiment.trial.Trial;
import lichen.app.experiment.trial.Trials;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Mean;
import lichen.app.quality.Scale;
import lichen.core.feature.Statistic;
import lichen.core.image.Picture;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.io.image.Depth;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;

/** Makes the images, scores them, and puts the scores together. */
final class ComparisonTask implements Compared {
    private static final String SHEET = "contact-sheet";

    private final Comparison comparison;
    private final Plan plan;
    private final Foundations foundations;
    private final List<LabelledMeasure> measures;
    private final Photographs photographs;
    private final Workbench workbench;

    ComparisonTask(
            Comparison comparison, List<LabelledMeasure> measures, Photographs photographs, Workbench workbench) {
        this.comparison = comparison;
        this.plan = Plan.of(comparison);
        this.foundations = new Foundations(comparison);
        this.measures = measures;
        this.photographs = photographs;
        this.workbench = workbench;
    }

    /** A gap among the images of other programs may be filled later. */
    @Override
    public List<InputFile> inputs() throws IOException {
        List<InputFile> inputs = new ArrayList<>();
        for (String name : plan.methods()) {
            for (FileReference file : comparison.method(name).taken(comparison.commissions(name))) {
                inputs.add(InputFile.of(file));
            }
        }
        return inputs;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        for (String photograph : plan.photographs()) {
            photographs.target(photograph, run);
        }
        List<Trial> trials = trials(run);
        forgetUnmade(run, trials);
        boolean haveEnded = new Trials(workbench, session).run(trials);
        forgetUnmade(run, trials);
        return haveEnded ? score(session) : interrupted();
    }

    private List<Trial> trials(RunDirectory run) {
        List<Trial> trials = new ArrayList<>(foundations.trials());
        for (Candidate candidate : plan.candidates()) {
            Set<String> needs = plan.isControl(candidate) ? Set.of() : foundations.needs(candidate.column());
            trials.add(new Trial(candidate.name(), place(candidate), needs, () -> experiment(candidate, run)));
        }
        return trials;
    }

    /** What is left to do, and what it costs by the first photograph. */
    Forecast forecast(Surroundings surroundings, Optional<RunDirectory> run) throws IOException {
        Set<String> finished = run.isPresent()
                ? Finished.among(
                        trials(run.orElseThrow()), workbench.config().registry(), surroundings, run.orElseThrow())
                : Set.of();
        List<Forecast.Line> lines = new ArrayList<>(foundations.left(finished));
        for (String method : plan.methods()) {
            List<Candidate> left = plan.candidates().stream()
                    .filter(candidate -> candidate.column().equals(method) && !finished.contains(candidate.name()))
                    .toList();
            if (!left.isEmpty()) {
                Commission first = comparison.commission(left.get(0));
                Workbench own = comparison.workbench(workbench, method, new RandomStreams(first.random()));
                Optional<Cost> cost = Cost.of(comparison.method(method).image(first), own);
                lines.add(new Forecast.Line(method, left.size(), cost));
            }
        }
        return new Forecast(plan.candidates().size() + foundations.trials().size(), finished.size(), lines);
    }

    /** Deletes the scores of images that are to be made anew, or can no longer be had. */
    private static void forgetUnmade(RunDirectory run, List<Trial> trials) throws IOException {
        for (String name : Trials.missing(run, trials.stream().map(Trial::name).toList())) {
            Files.deleteIfExists(Scoring.scores(run.part(name)));
        }
    }

    /** Scores what is not scored yet, and puts the scores together. */
    Verdict score(Session session) throws IOException {
        RunDirectory run = session.run();
        if (!new Scoring(plan, photographs, measures, comparison.jpeg(), new ScoreKeys(comparison, workbench), session)
                .run()) {
            return interrupted();
        }
        session.images()
                .writePng(
                        new ContactSheet(plan, photographs, run, session.images()).draw(),
                        run.image(SHEET),
                        Depth.EIGHT_BITS);
        Results results = results(run);
        ResultFiles.write(results, run);
        int failed = new Tables(results).failures().rows().size();
        String made = plan.candidates().size() + " images of " + plan.columns().size() + " methods and controls";
        return failed == 0
                ? Verdict.done(made, run.image(SHEET))
                : Verdict.partial(made + ", of which " + failed + " failed", run.image(SHEET));
    }

    /** Deletes all scores, for the images to be scored again. */
    void forgetScores(RunDirectory run) throws IOException {
        for (Candidate candidate : plan.candidates()) {
            Files.deleteIfExists(Scoring.scores(run.part(candidate.name())));
        }
    }

    private static Verdict interrupted() {
        return Verdict.interrupted("interrupted; the images and scores that are done are kept");
    }

    @Override
    public List<Section> tables(RunDirectory run) throws IOException {
        Results results = results(run);
        Tables tables = new Tables(results);
        List<Section> sections = new ArrayList<>(
                List.of(tables.overview(), tables.measures(Scale.FULL), tables.measures(Scale.HALF), tables.ranks()));
        List<Basis> bases = Basis.in(results);
        for (Mean mean : List.of(Mean.ARITHMETIC, Mean.GEOMETRIC)) {
            bases.forEach(basis -> sections.add(tables.photographs(mean, basis)));
        }
        bases.forEach(basis -> sections.add(tables.differences(basis)));
        sections.add(statistics(results));
        LayerTable.of(plan, run).ifPresent(sections::add);
        foundations.table(run).ifPresent(sections::add);
        sections.add(tables.floors(floors(run)));
        Table failures = tables.failures();
        if (!failures.rows().isEmpty()) {
            sections.add(failures);
        }
        return sections;
    }

    @Override
    public void close() {
        // The trials close themselves when they have run.
    }

    /** Methods see a picture of the run, controls the whole photograph. */
    private Experiment experiment(Candidate candidate, RunDirectory run) throws IOException {
        Commission commission = comparison.commission(candidate);
        if (plan.isControl(candidate)) {
            return new ControlExperiment(
                    commission.random(), comparison.backend(), commission.target(), candidate.column());
        }
        Picture target = photographs.target(candidate.photograph(), run);
        String method = candidate.column();
        return comparison.method(method).image(commission.with(target), foundations.made(method, run));
    }

    private String place(Candidate candidate) {
        return plan.isControl(candidate)
                ? Photographs.place(plan.index(candidate))
                : Comparison.place(candidate.column());
    }

    @Override
    public Results results(RunDirectory run) throws IOException {
        return Results.read(plan, comparison.jpeg(), comparison.optimised(measures), run);
    }

    /** What each method makes alike, and so which measures say nothing about it. */
    private Table statistics(Results results) {
        List<List<String>> rows = new ArrayList<>();
        for (String name : plan.methods()) {
            Set<Statistic> statistics = comparison.method(name).statistics();
            rows.add(List.of(
                    name,
                    statistics.isEmpty() ? "features of its weights" : String.join(", ", Statistic.words(statistics)),
                    String.join(", ", results.optimised().getOrDefault(name, Set.of()))));
        }
        List<String> independent = Basis.INDEPENDENT.of(results.qualities(Scale.FULL), results);
        rows.add(List.of("none of them", "", independent.isEmpty() ? "none is left" : String.join(", ", independent)));
        return new Table(
                "What the methods optimise", List.of("method", "statistics", "measures that read one of them"), rows);
    }

    private Map<String, String> floors(RunDirectory run) throws IOException {
        Map<String, String> notes = new LinkedHashMap<>();
        for (String photograph : plan.photographs()) {
            notes.put(photograph, Scoring.floor(photograph, run));
        }
        return notes;
    }
}
