package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Scored;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
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

/**
 * Compares methods: each makes images of each photograph, by several seeds, and all are scored by the same measures, beside
 * controls that no method made.
 *
 * @param seed the first seed; the methods' own are replaced by numbers that are made of it, one for each photograph
 * @param backend what computes
 * @param photographs what the methods see; the rest of each file tells how far apart two photographs of the same thing are
 * @param methods experiments by name; their targets are replaced by the photographs, and their images have the size of those
 * @param seeds how many images each method makes of each photograph
 * @param controls names of controls, or all
 * @param measures what the images are scored by
 */
@Summary("compares methods on the same photographs, by measures and beside controls")
public record Comparison(
        @Default("1") @Summary("the first seed; it replaces the methods' own")
        long seed,

        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,

        @Summary("what the methods see, each a part of a larger photograph")
        List<Picture> photographs,

        @Summary(
                "experiments by name, each of a type that makes a texture of one photograph; their targets are replaced")
        Map<String, Experiment> methods,

        @Default("1") @Summary("images of each method for each photograph, with seeds that follow each other")
        int seeds,

        @Default("\"all\"") @Summary("names of controls, or all")
        List<String> controls,

        @Default(Comparison.USUAL_MEASURES) @Summary("what the images are scored by")
        List<Measure> measures)
        implements Scored {
    /** What images are scored by unless the experiment says. */
    public static final String USUAL_MEASURES = """
            [{"type": "colour"}, {"type": "laplacian-sliced-wasserstein"}, {"type": "spectrum"},
             {"type": "portilla-simoncelli"}, {"type": "autocorrelation"}, {"type": "wavelet-kl"}, {"type": "lbp"}, {"type": "granulometry"},
             {"type": "random-filter-gram"},
             {"type": "innovation"}, {"type": "alignment"}, {"type": "verbatim-coverage"}, {"type": "diversity"}, {"type": "seam"},
             {"type": "repetition"}]
            """;

    private static final String ALL = "all";

    /** Checks names and kinds. */
    public Comparison {
        photographs = List.copyOf(photographs);
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
        controls = List.copyOf(controls);
        measures = List.copyOf(measures);
        Require.that(!photographs.isEmpty(), "photographs", "must be at least one");
        Require.that(!methods.isEmpty(), "methods", "must be at least one");
        Require.atLeast(1, "seeds", seeds);
        methods.forEach(Comparison::requireMethod);
        for (String control : controls) {
            Require.that(
                    control.equals(ALL) || Controls.all().containsKey(control),
                    "controls",
                    "must be all, or some of "
                            + String.join(", ", Controls.all().keySet()) + ", but one is " + control);
        }
    }

    private static void requireMethod(String name, Experiment method) {
        Require.that(
                name.matches("[\\p{L}\\p{N}_-]{1,40}") && !Controls.all().containsKey(name),
                "methods",
                "must have names of up to 40 letters, digits, - and _ that are not those of controls, but one is \""
                        + name + "\"");
        Require.that(
                method instanceof TextureExperiment,
                "methods",
                "must each make a texture of one photograph, as synthesis and quilting do, but " + name + " does not");
    }

    /** The controls' names, all spelt out. */
    List<String> controlNames() {
        return controls.contains(ALL) ? List.copyOf(Controls.all().keySet()) : controls;
    }

    /** A method by its name. */
    TextureExperiment method(String name) {
        return (TextureExperiment) Objects.requireNonNull(methods.get(name), name);
    }

    /** What stands for chance in a candidate. Each photograph has random numbers of its own, which all methods share. */
    RandomStreams random(Candidate candidate) {
        Picture photograph = photographs.get(Plan.of(this).index(candidate));
        return new RandomStreams(seed + candidate.number() - 1).part(new Photograph(photograph).part());
    }

    /** For each method the labels of the measures that share a statistic with it; a method that shares none is left out. */
    Map<String, Set<String>> optimised(List<LabelledMeasure> labelled) {
        Map<String, Set<String>> optimised = new LinkedHashMap<>();
        for (String name : methods.keySet()) {
            TextureExperiment method = method(name);
            Record unmeasured = (Record) method.with(method.target(), seed);
            Set<String> labels = SharedMeasures.of(method.statistics(), unmeasured, labelled);
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

    /** A workbench for one image of a method: problems are told where the method stands. */
    Workbench workbench(Workbench whole, String method, RandomStreams random) {
        Config<Experiment> part = whole.config().part(place(method), method(method));
        return new Workbench(part, whole.images(), random);
    }

    /** The methods are looked at with the first photograph: one that fails at others is told in the end. */
    @Override
    public void inspect(Inspection inspection) {
        Workbench whole = inspection.workbench();
        for (int i = 0; i < measures.size(); i++) {
            inspection.check("$.measures[" + i + "]", measures.get(i)::inspect);
        }
        for (int i = 0; i < photographs.size(); i++) {
            String place = "$.photographs[" + i + "]";
            if (new Photograph(photographs.get(i)).inspect(inspection, place).isPresent()) {
                new Photograph(photographs.get(i)).inspectReference(inspection, place);
            }
        }
        for (String name : methods.keySet()) {
            method(name)
                    .with(photographs.get(0), seed)
                    .inspect(inspection.part(workbench(whole, name, new RandomStreams(seed))));
        }
    }

    /** Opens everything once, so that what does not fit is told before the first image is made. */
    @Override
    public Task open(Workbench workbench) throws IOException {
        ComparisonTask task = scoring(workbench);
        for (String name : methods.keySet()) {
            method(name)
                    .with(photographs.get(0), seed)
                    .open(workbench(workbench, name, new RandomStreams(seed)))
                    .close();
        }
        return task;
    }

    @Override
    public Task rescoring(Workbench workbench) throws IOException {
        return new RescoringTask(scoring(workbench));
    }

    /** With photographs and measures opened once. */
    private ComparisonTask scoring(Workbench workbench) throws IOException {
        List<LabelledMeasure> labelled = LabelledMeasure.of(workbench.config().registry(), measures);
        Photographs opened = new Photographs(photographs, Plan.of(this).photographs(), workbench);
        for (int i = 0; i < photographs.size(); i++) {
            opened.require(i);
        }
        workbench.check("$.photographs[0]", () -> new Scorer(labelled, opened.reference(0)).close());
        return new ComparisonTask(this, labelled, opened, workbench);
    }
}
