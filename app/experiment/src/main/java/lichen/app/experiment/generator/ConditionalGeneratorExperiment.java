package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.OpenObjective;
import lichen.app.experiment.Output;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.model.generator.Conditioning;
import lichen.model.generator.Generator;
import lichen.model.generator.GeneratorSpec;
import lichen.model.generator.KnownPhotographs;
import lichen.synthesis.objective.Loss;

/**
 * Trains one generator on many photographs, which is told by a vector whose texture is meant. It then makes textures of each, of mixtures
 * of them, and, where the vector describes the photograph, of photographs that it never saw.
 *
 * <p>Source: Dumoulin, Shlens and Kudlur, "A learned representation for artistic style" (2017), and Ghiasi et al., "Exploring the
 * structure of a real-time, arbitrary neural artistic stylization network" (2017), where the code is computed.
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param photographs what it learns from
 * @param network what looks at images
 * @param objective what is asked of each image, of the photograph that is meant
 * @param generator what learns; its normalisations become functions of the code
 * @param code how many numbers tell a photograph
 * @param vector where the code comes from
 * @param size the extents of the images that it learns from; the photographs' where left out
 * @param batch images that make a step, two of each photograph
 * @param level the loss of an image from which on equal ratios of losses, not differences, count alike: photographs whose losses are of
 *     other sizes are then learned alike; 0 for none
 * @param diversity weight of the term that keeps images of a photograph apart
 * @param round steps after which terms that draw random numbers draw others
 * @param optimizer how the generator changes
 * @param stop when it ends; each step is an evaluation
 * @param output what is written on the way
 */
@Summary("trains one generator on many photographs, which makes textures of each, of mixtures, and of others")
public record ConditionalGeneratorExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("what it learns from") List<Picture> photographs,

        @Default("{\"type\": \"image\"}") @Summary("what looks at images; nothing but the image where left out")
        NetworkSpec network,

        @Default("""
                        {"type": "weighted-sum", "terms": [
                          {"weight": 1, "term": {"type": "signature-match", "layers": ["image"],
                            "descriptor": {"type": "sliced-wasserstein", "patch": 3, "directions": 16, "contrast": 0.75,
                                           "quantiles": 1024},
                            "distance": {"type": "standardized-error"}}},
                          {"weight": 2, "term": {"type": "signature-match", "layers": ["image"], "octaves": 2,
                            "descriptor": {"type": "sliced-wasserstein", "patch": 7, "directions": 32, "contrast": 0.75,
                                           "quantiles": 1024},
                            "distance": {"type": "standardized-error"}}}]}""") @Summary("what is asked of each image; patches as in recommended where left out")
        Loss objective,

        @Default("{\"type\": \"texture-network\"}") @Summary("what learns; normalised over each image")
        GeneratorSpec generator,

        @Default("8") @Summary("how many numbers tell a photograph")
        int code,

        @Default("\"description\"")
        @Summary("where they come from: description (of any photograph), or choice (learned for each)")
        PhotographVector vector,

        @Summary("extents of the images that it learns from; the photographs' where left out")
        Optional<Size> size,

        @Default("4") @Summary("images that make a step, two of each photograph")
        int batch,

        @Default("0.01")
        @Summary(
                "loss of an image above which ratios of losses count, not differences, so that no photograph outweighs others; 0 for none")
        double level,

        @Default("1") @Summary("weight of the term that keeps images of a photograph apart; 0 for none")
        double diversity,

        @Default("10") @Summary("steps after which terms that draw random numbers draw others")
        int round,

        @Default("{\"type\": \"adam\", \"learning-rate\": 0.01}") @Summary("how the generator changes")
        Optimizer optimizer,

        @Default("{\"evaluations\": 4000}") @Summary("when it ends; each step is an evaluation")
        StopRule stop,

        @Default("{}") @Summary("what is written on the way")
        Output output)
        implements LessonExperiment {
    /** Checks the ranges. */
    public ConditionalGeneratorExperiment {
        photographs = List.copyOf(photographs);
        Require.that(
                photographs.size() > 1, "photographs", "must be two at least; for one there is \"texture-network\"");
        List<String> names =
                photographs.stream().map(of -> new Photograph(of).stem()).toList();
        Require.that(
                Set.copyOf(names).size() == names.size(),
                "photographs",
                "must have files of different names, by which they are asked for, but they are " + names);
        Require.atLeast(1, "code", code);
        Require.notNegative("level", level);
        Require.that(
                level == 0 || !objective.canBeNegative(), "level", "must be 0 for an objective that can be negative");
        Require.notNegative("diversity", diversity);
        Require.atLeast(1, "round", round);
        Require.that(
                batch > 0 && batch % ManyTextures.OF_EACH == 0,
                "batch",
                "must be a multiple of " + ManyTextures.OF_EACH + ", for so many images of each photograph, but is "
                        + batch);
    }

    /** What a photograph is called. */
    String name(int photograph) {
        return new Photograph(photographs.get(photograph)).stem();
    }

    private SynthesisExperiment asked(int photograph) {
        return asked(photographs.get(photograph), size, Border.CIRCULAR);
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        inspectOptimizer(inspection);
        inspection.check("$", () -> fresh(workbench).requireNoiseAlone("generator"));
        inspection.check("$", () -> conditional(workbench, new Conditioning(code, new float[1], new float[] {1})));
        for (int k = 0; k < photographs.size(); k++) {
            inspect(inspection, asked(k));
            String place = workbench.place(photographs.get(k), "$.photographs");
            new Photograph(photographs.get(k))
                    .inspect(inspection, place)
                    .ifPresent(seen -> inspection.check(place, () -> vector.requireSize(seen)));
        }
    }

    private Generator conditional(Workbench workbench, Conditioning conditioning) {
        return Generator.of(conditioning.of(
                generator.graph(workbench.random().stream("generator")), workbench.random().stream("conditioning")));
    }

    @Override
    public GeneratorTask open(Workbench workbench) throws IOException {
        return begin(workbench, scope -> {
            List<OpenObjective> asked = new ArrayList<>();
            Map<String, float[]> vectors = new LinkedHashMap<>();
            for (int k = 0; k < photographs.size(); k++) {
                asked.add(OpenObjective.of(asked(k), workbench, scope));
                vectors.put(name(k), vector.of(asked.get(k).photograph(), k, photographs.size()));
            }
            Size first = asked.get(0).size();
            workbench.check(
                    "$",
                    () -> Require.that(
                            asked.stream().allMatch(of -> of.size().equals(first)),
                            "size",
                            "must be given where photographs are of different extents"));
            KnownPhotographs known = new KnownPhotographs(vectors, vector == PhotographVector.DESCRIPTION);
            Generator fresh = workbench.open("$", () -> {
                Generator opened = conditional(workbench, vector.conditioning(code, List.copyOf(vectors.values())));
                opened.requireLearning(first);
                return opened;
            });
            ManyTextures subject =
                    new ManyTextures(this, asked, known, workbench.random().part("photographs"));
            return new GeneratorTask(this, taught(fresh, first, subject.lesson(), workbench, scope), subject, scope);
        });
    }
}
