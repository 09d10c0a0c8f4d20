package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.app.quality.Kind;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Measure;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.io.json.Config;
import lichen.synthesis.objective.Mixture;
import lichen.synthesis.objective.Portion;

/**
 * Goes from one photograph to the next in even steps, each an image of its own that begins with the same start: by several methods, beside
 * a blend of the photographs' pixels.
 *
 * @param seed the seed of all random numbers, which all images share
 * @param backend what computes
 * @param photographs the stations of the way; the first gives the extents
 * @param steps how many images there are on the way, the ends among them
 * @param methods syntheses by name; their target is replaced by what lies between the photographs
 * @param measures what the images are measured by
 */
@Summary("a strip of textures from one photograph to another, by several methods, beside a blend of pixels")
public record Interpolation(
        @Default("1") @Summary("seed of all random numbers, the same for all images")
        long seed,

        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,

        @Summary("the stations of the way, two or more; the first gives the extents")
        List<Picture> photographs,

        @Default("7") @Summary("images on the way, the ends among them")
        int steps,

        @Summary("by name, syntheses, whose target is replaced by what lies between the photographs")
        Map<String, Experiment> methods,

        @Default(Interpolation.USUAL_MEASURES) @Summary("what the images are measured by")
        List<Measure> measures)
        implements Experiment {
    static final String USUAL_MEASURES = """
            [{"type": "laplacian-sliced-wasserstein"}, {"type": "portilla-simoncelli"}, {"type": "autocorrelation"}, {"type": "lbp"},
             {"type": "random-filter-gram"}]
            """;

    /** What the blend of pixels is called. */
    static final String BLEND = "pixel-blend";

    private static final int MOST = 32;

    /** Checks names and numbers. */
    public Interpolation {
        photographs = List.copyOf(photographs);
        measures = List.copyOf(measures);
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
        Require.that(photographs.size() >= 2, "photographs", "must be at least two: the ends of the way");
        Require.that(
                steps > photographs.size() && steps <= MOST,
                "steps",
                "must be more than the photographs, " + photographs.size() + ", and at most " + MOST + ", but is "
                        + steps);
        Require.that(!methods.isEmpty(), "methods", "must be at least one");
        methods.forEach((name, method) -> {
            Require.that(
                    name.matches("[\\p{L}\\p{N}_-]{1,80}") && !name.equals(BLEND),
                    "methods",
                    "must have names of up to 80 letters, digits, - and _ other than " + BLEND + ", but one is \""
                            + name + "\"");
            Blending.require("methods", name, method);
        });
        requireQuality(measures);
    }

    /** Checks that there is something to measure by. */
    static void requireQuality(List<Measure> measures) {
        Require.that(
                measures.stream().anyMatch(measure -> measure.kind() == Kind.QUALITY),
                "measures",
                "must hold one of quality");
    }

    @Override
    public boolean canChange() {
        return true;
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    /** The shares of the photographs at a step. */
    List<Double> shares(int step) {
        List<Portion> alike =
                photographs.stream().map(picture -> new Portion(picture, 1)).toList();
        return new Mixture(alike, steps).shares(step);
    }

    /** The learning of an image on the way. */
    SynthesisExperiment texture(String method, int step) {
        Experiment by = Objects.requireNonNull(methods.get(method), method);
        return new Blending(photographs).texture(by, shares(step), seed);
    }

    /** Where a method stands in the config. */
    static String place(String method) {
        return "$.methods." + method;
    }

    /** Where a photograph stands in the config. */
    static String photographAt(int number) {
        return "$.photographs[" + number + "]";
    }

    @Override
    public void inspect(Inspection inspection) {
        for (int i = 0; i < measures.size(); i++) {
            inspection.check("$.measures[" + i + "]", measures.get(i)::inspect);
        }
        for (int i = 0; i < photographs.size(); i++) {
            String place = photographAt(i);
            Photograph photograph = new Photograph(photographs.get(i));
            Optional<Size> found = photograph.inspect(inspection, place);
            if (found.isPresent()) {
                photograph.inspectReference(inspection, place);
            }
        }
        for (String method : methods.keySet()) {
            SynthesisExperiment texture = texture(method, 1);
            texture.inspect(inspection.part(workbench(inspection.workbench(), method, texture)));
        }
    }

    /** Opens everything once, so that what does not fit is told before the first image is made. */
    @Override
    public Task open(Workbench workbench) throws IOException {
        for (String method : methods.keySet()) {
            SynthesisExperiment texture = texture(method, 1);
            texture.open(workbench(workbench, method, texture)).close();
        }
        List<LabelledMeasure> labelled = LabelledMeasure.of(workbench.config().registry(), measures);
        Yardstick.open(photographs, Interpolation::photographAt, labelled, workbench)
                .close();
        return new InterpolationTask(this, labelled, workbench);
    }

    private Workbench workbench(Workbench whole, String method, SynthesisExperiment texture) {
        Config<Experiment> part = whole.config().part(place(method), texture);
        return new Workbench(part, whole.images(), new RandomStreams(seed));
    }
}
