package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.model.generator.Generator;
import lichen.model.generator.GeneratorSpec;
import lichen.synthesis.objective.Loss;

/**
 * Trains a network that makes any picture again in the style of one photograph, in one pass: the texture of each of its images is that of
 * the photograph, and halved twice they look like the picture, in the photograph's colours.
 *
 * <p>Source: Johnson, Alahi and Fei-Fei, "Perceptual losses for real-time style transfer and super-resolution" (2016).
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param target the photograph whose style is learned
 * @param contents the pictures that it practises on, parts of them drawn anew at each step
 * @param network what looks at images
 * @param objective what is asked of each image beside its content
 * @param generator what learns; it is given a picture
 * @param content weight of the difference from the picture, in units of its variance
 * @param size the extents of the parts that it learns from
 * @param batch images that make a step
 * @param round steps after which terms that draw random numbers draw others
 * @param optimizer how the generator changes
 * @param stop when it ends; each step is an evaluation
 * @param output what is written on the way
 */
@Summary("trains a network that makes any picture again in the style of a photograph, in one pass")
public record FastStyleExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photograph whose style is learned") Picture target,

        @Summary("pictures that it practises on, parts of them drawn anew at each step")
        List<Picture> contents,

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

        @Default("{\"type\": \"fast-style\"}") @Summary("what learns; it is given a picture")
        GeneratorSpec generator,

        @Default("1") @Summary("weight of the difference from the picture, in units of its variance")
        double content,

        @Default("[96, 96]") @Summary("extents of the parts that it learns from")
        Size size,

        @Default("2") @Summary("images that make a step") int batch,

        @Default("8") @Summary("steps after which terms that draw random numbers draw others")
        int round,

        @Default("{\"type\": \"adam\", \"learning-rate\": 0.003}") @Summary("how the generator changes")
        Optimizer optimizer,

        @Default("{\"evaluations\": 1500}") @Summary("when it ends; each step is an evaluation")
        StopRule stop,

        @Default("{}") @Summary("what is written on the way")
        Output output)
        implements LessonExperiment {
    /** Checks the ranges. */
    public FastStyleExperiment {
        contents = List.copyOf(contents);
        Require.that(!contents.isEmpty(), "contents", "must be one picture at least");
        Require.notNegative("content", content);
        Require.atLeast(1, "batch", batch);
        Require.atLeast(1, "round", round);
    }

    /** What is asked of each image beside its content. */
    private SynthesisExperiment asked() {
        return asked(target, Optional.of(size), Border.REFLECT);
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        inspect(inspection, asked());
        inspectOptimizer(inspection);
        inspection.check("$", () -> requirePicture(fresh(workbench)));
        for (Picture picture : contents) {
            String place = workbench.place(picture, "$.contents");
            new Photograph(picture)
                    .inspect(inspection, place)
                    .ifPresent(found -> inspection.check(place, () -> requireLarge(found)));
        }
    }

    private static void requirePicture(Generator fresh) {
        Require.that(fresh.isGivenPicture(), "generator", "must be given a picture: choose the type \"fast-style\"");
    }

    private void requireLarge(Size found) {
        Require.that(
                found.width() >= size.width() && found.height() >= size.height(),
                "size",
                "must be " + size + " at least, the parts that are learned from, but is " + found);
    }

    @Override
    public GeneratorTask open(Workbench workbench) throws IOException {
        List<Image> pictures = new ArrayList<>();
        for (Picture picture : contents) {
            String place = workbench.place(picture, "$.contents");
            Image opened = new Photograph(picture).open(workbench, place);
            workbench.check(place, () -> requireLarge(opened.size()));
            pictures.add(opened);
        }
        Generator fresh = workbench.open("$", () -> {
            Generator opened = fresh(workbench);
            requirePicture(opened);
            opened.requireLearning(size);
            return opened;
        });
        return begin(workbench, scope -> {
            OpenObjective asked = OpenObjective.of(asked(), workbench, scope);
            Practice practice = new Practice(pictures, size, workbench.random().part("contents"));
            Restyled subject = new Restyled(this, asked, practice);
            return new GeneratorTask(this, taught(fresh, size, subject.lesson(), workbench, scope), subject, scope);
        });
    }
}
