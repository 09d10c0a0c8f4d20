package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Commission;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Forecast;
import lichen.app.experiment.Foreseen;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Method;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Scored;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.Workbench;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Measure;
import lichen.app.quality.Scorer;
import lichen.app.quality.SharedMeasures;
import lichen.app.quality.control.Controls;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.image.Picture;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.io.json.Config;
import lichen.io.run.RunDirectory;

/**
 * Compares methods: each makes images of each photograph, by several seeds, or has them from another program, and all are scored by
 * the same measures, beside controls that no method made.
 *
 * @param seed the first seed; the methods' own are replaced by numbers that are made of it, one for each photograph
 * @param backend what computes
 * @param photographs what the methods see; the rest of each file tells how far apart two photographs of the same thing are
 * @param methods experiments by name; their targets are replaced by the photographs, and their images have the size of those
 * @param seeds how many images each method makes of each photograph
 * @param controls names of controls, or all
 * @param measures what the images are scored by
 * @param jpeg the quality of a JPEG that every image, those of controls too, goes through before it is scored; none where empty
 */
@Summary("compares methods on the same photographs, by measures and beside controls")
public record Comparison(
        @Default("1") @Summary("the first seed; it replaces the methods' own")
        long seed,

        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,

        @Summary("what the methods see, each a part of a larger photograph")
        List<NamedPicture> photographs,

        @Summary(
                "by name, experiments that make a texture of one photograph, whose targets are replaced, or images of other programs")
        Map<String, Experiment> methods,

        @Default("1") @Summary("images of each method for each photograph, with seeds that follow each other")
        int seeds,

        @Default("\"all\"") @Summary("names of controls, or all")
        List<String> controls,

        @Default(Comparison.USUAL_MEASURES) @Summary("what the images are scored by")
        List<Measure> measures,

        @Summary("every image is scored as a JPEG of this quality, 1 to 100: fair to images that others have stored so")
        Optional<Integer> jpeg)
        implements Scored, Foreseen {
    /** What images are scored by unless the experiment says. */
    public static final String USUAL_MEASURES = """
            [{"type": "colour"}, {"type": "laplacian-sliced-wasserstein"}, {"type": "spectrum"},
             {"type": "portilla-simoncelli"}, {"type": "autocorrelation"}, {"type": "wavelet-kl"}, {"type": "lbp"}, {"type": "granulometry"},
             {"type": "random-filter-gram"},
             {"type": "innovation"}, {"type": "alignment"}, {"type": "verbatim-coverage"}, {"type": "diversity"}, {"type": "seam"},
             {"type": "repetition"}]
            """;

    private static final String ALL = "all";
    private static final int LARGEST_QUALITY = 100;

    /** Checks names and kinds. */
    public Comparison {
        photographs = List.copyOf(photographs);
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
        controls = List.copyOf(controls);
        measures = List.copyOf(measures);
        Require.that(!photographs.isEmpty(), "photographs", "must be at least one");
        Require.that(!methods.isEmpty(), "methods", "must be at least one");
        Require.atLeast(1, "seeds", seeds);
        jpeg.ifPresent(Comparison::requireQuality);
        methods.forEach(Comparison::requireMethod);
        for (String control : controls) {
            Require.that(
                    control.equals(ALL) || Controls.all().containsKey(control),
                    "controls",
                    "must be all, or some of "
                            + String.join(", ", Controls.all().keySet()) + ", but one is " + control);
        }
    }

    private static void requireQuality(int jpeg) {
        Require.that(jpeg >= 1 && jpeg <= LARGEST_QUALITY, "jpeg", "must be from 1 to 100, but is " + jpeg);
    }

    private static void requireMethod(String name, Experiment method) {
        Require.that(
                name.matches("[\\p{L}\\p{N}_-]{1,80}") && !Controls.all().containsKey(name),
                "methods",
                "must have names of up to 80 letters, digits, - and _ that are not those of controls, but one is \""
                        + name + "\"");
        Require.that(
                method instanceof Method,
                "methods",
                "must each make a texture of one photograph, as synthesis and quilting do, or be images, but " + name
                        + " is neither");
    }

    /** The controls' names, all spelt out. */
    List<String> controlNames() {
        return controls.contains(ALL) ? List.copyOf(Controls.all().keySet()) : controls;
    }

    /** What is seen of the photographs. */
    List<Picture> pictures() {
        return photographs.stream().map(NamedPicture::picture).toList();
    }

    /** A method by its name. */
    Method method(String name) {
        return (Method) Objects.requireNonNull(methods.get(name), name);
    }

    /** What a method is asked for by a candidate; the photograph is seen in its file. */
    Commission commission(Candidate candidate) {
        NamedPicture photograph = photographs.get(Plan.of(this).index(candidate));
        return new Commission(
                photograph.calledBy(),
                photograph.picture(),
                seed + candidate.number() - 1,
                random(candidate).seed());
    }

    /** All that a method is asked for. */
    List<Commission> commissions(String method) {
        return Plan.of(this).candidates().stream()
                .filter(candidate -> candidate.column().equals(method))
                .map(this::commission)
                .toList();
    }

    /** What stands for chance in a candidate. Each photograph has random numbers of its own, which all methods share. */
    RandomStreams random(Candidate candidate) {
        NamedPicture photograph = photographs.get(Plan.of(this).index(candidate));
        return new RandomStreams(seed + candidate.number() - 1).part(new Photograph(photograph.picture()).part());
    }

    /** For each method the labels of the measures that share a statistic with it; a method that shares none is left out. */
    Map<String, Set<String>> optimised(List<LabelledMeasure> labelled) {
        Map<String, Set<String>> optimised = new LinkedHashMap<>();
        for (String name : methods.keySet()) {
            Set<String> labels =
                    SharedMeasures.of(method(name).statistics(), method(name).unmeasured(), labelled);
            if (!labels.isEmpty()) {
                optimised.put(name, labels);
            }
        }
        return optimised;
    }

    /** Where a method stands in the config. */
    static String place(String method) {
        return "$.methods." + method;
    }

    /** What methods need before their first images, by name. */
    Map<String, Experiment> foundations() {
        Map<String, Experiment> foundations = new LinkedHashMap<>();
        methods.keySet().forEach(name -> foundations.putAll(method(name).foundations()));
        return foundations;
    }

    /** A workbench for one image of a method: problems are told where the method stands. */
    Workbench workbench(Workbench whole, String method, RandomStreams random) {
        Config<Experiment> part = whole.config().part(place(method), method(method));
        return new Workbench(part, whole.images(), random);
    }

    private static Workbench ground(Workbench whole, Experiment foundation) {
        Config<Experiment> part = whole.config().part(whole.place(foundation, "$"), foundation);
        return new Workbench(part, whole.images(), new RandomStreams(foundation.seed()));
    }

    @Override
    public boolean canChange() {
        return true;
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench whole = inspection.workbench();
        for (int i = 0; i < measures.size(); i++) {
            inspection.check("$.measures[" + i + "]", measures.get(i)::inspect);
        }
        for (int i = 0; i < photographs.size(); i++) {
            String place = "$.photographs[" + i + "]";
            Photograph photograph = new Photograph(photographs.get(i).picture());
            if (photograph.inspect(inspection, place).isPresent()) {
                photograph.inspectReference(inspection, place);
            }
        }
        for (String name : methods.keySet()) {
            method(name).inspect(inspection.part(workbench(whole, name, new RandomStreams(seed))), commissions(name));
        }
        foundations().values().forEach(foundation -> foundation.inspect(inspection.part(ground(whole, foundation))));
    }

    /** Opens everything once, so that what does not fit is told before the first image is made. */
    @Override
    public Compared open(Workbench workbench) throws IOException {
        ComparisonTask task = scoring(workbench);
        for (String name : methods.keySet()) {
            method(name).rehearse(workbench(workbench, name, new RandomStreams(seed)), commissions(name));
        }
        for (Experiment foundation : foundations().values()) {
            foundation.open(ground(workbench, foundation)).close();
        }
        return task;
    }

    @Override
    public Compared rescoring(Workbench workbench) throws IOException {
        return new RescoringTask(scoring(workbench));
    }

    @Override
    public Forecast forecast(Workbench workbench, Surroundings surroundings, Optional<RunDirectory> run)
            throws IOException {
        return scoring(workbench).forecast(surroundings, run);
    }

    /** With photographs and measures opened once. */
    private ComparisonTask scoring(Workbench workbench) throws IOException {
        List<LabelledMeasure> labelled = LabelledMeasure.of(workbench.config().registry(), measures);
        Photographs opened = new Photographs(pictures(), Plan.of(this).photographs(), workbench);
        for (int i = 0; i < photographs.size(); i++) {
            opened.require(i);
        }
        workbench.check("$.photographs[0]", () -> new Scorer(labelled, opened.reference(0), workbench::image).close());
        return new ComparisonTask(this, labelled, opened, workbench);
    }
}
