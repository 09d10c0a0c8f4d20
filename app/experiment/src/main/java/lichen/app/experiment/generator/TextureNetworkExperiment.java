package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.OpenObjective;
import lichen.app.experiment.Output;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.Statistic;
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
 * Trains a generator on one photograph: what a synthesis asks of one image is asked of all images that it makes. Its run leaves
 * weights that make further images at once, of any size.
 *
 * <p>Source: Ulyanov, Lebedev, Vedaldi and Lempitsky, "Texture networks: feed-forward synthesis of textures and stylized images"
 * (2016).
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param target the photograph
 * @param network what looks at images
 * @param objective what is asked of each image; by default the distributions of patches that {@code recommended} begins with
 * @param generator what learns
 * @param size the extents of the images that it learns from; the target's where left out
 * @param batch images that make a step
 * @param diversity weight of the term that keeps the images of a batch apart
 * @param round steps after which terms that draw random numbers draw others
 * @param optimizer how the generator changes
 * @param stop when it ends; each step is an evaluation
 * @param output what is written on the way
 */
@Summary("trains a generator that makes textures of one photograph in one pass")
public record TextureNetworkExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photograph") Picture target,

        @Default("{\"type\": \"image\"}") @Summary("what looks at images; nothing but the image where left out")
        NetworkSpec network,

        @Default("""
                        {"type": "weighted-sum", "terms": [
                          {"weight": 1, "term": {"type": "signature-match", "layers": ["image"],
                            "descriptor": {"type": "sliced-wasserstein", "patch": 3, "directions": 32, "contrast": 0.75,
                                           "quantiles": 2048},
                            "distance": {"type": "standardized-error"}}},
                          {"weight": 2, "term": {"type": "signature-match", "layers": ["image"], "octaves": 2,
                            "descriptor": {"type": "sliced-wasserstein", "patch": 7, "directions": 64, "contrast": 0.75,
                                           "quantiles": 2048},
                            "distance": {"type": "standardized-error"}}}]}""") @Summary("what is asked of each image; patches as in recommended where left out")
        Loss objective,

        @Default("{\"type\": \"texture-network\"}") @Summary("what learns")
        GeneratorSpec generator,

        @Summary("extents of the images that it learns from; the target's where left out")
        Optional<Size> size,

        @Default("4") @Summary("images that make a step") int batch,

        @Default("1") @Summary("weight of the term that keeps the images of a batch apart; 0 for none")
        double diversity,

        @Default("1") @Summary("steps after which terms that draw random numbers draw others")
        int round,

        @Default("{\"type\": \"adam\", \"learning-rate\": 0.01}") @Summary("how the generator changes")
        Optimizer optimizer,

        @Default("{\"evaluations\": 2000}") @Summary("when it ends; each step is an evaluation")
        StopRule stop,

        @Default("{}") @Summary("what is written on the way")
        Output output)
        implements LessonExperiment, TextureExperiment {
    private static final String GENERATOR = "generator";

    /** Checks the ranges. */
    public TextureNetworkExperiment {
        Require.atLeast(1, "batch", batch);
        Require.notNegative("diversity", diversity);
        Require.atLeast(1, "round", round);
    }

    private SynthesisExperiment asked() {
        return asked(target, size, Border.CIRCULAR);
    }

    @Override
    public void inspect(Inspection inspection) {
        inspection.check("$", () -> fresh(inspection.workbench()).requireNoiseAlone(GENERATOR));
        inspect(inspection, asked());
        inspectOptimizer(inspection);
    }

    @Override
    public GeneratorTask open(Workbench workbench) throws IOException {
        return begin(workbench, scope -> {
            OpenObjective asked = OpenObjective.of(asked(), workbench, scope);
            Generator fresh = workbench.open("$", () -> {
                Generator opened = fresh(workbench);
                opened.requireNoiseAlone(GENERATOR);
                opened.requireLearning(asked.size());
                return opened;
            });
            OneTexture subject = new OneTexture(this, asked, new Photograph(target).seen(workbench.images()));
            Taught learning = taught(fresh, asked.size(), subject.lesson(), workbench, scope);
            return new GeneratorTask(this, learning, subject, scope);
        });
    }

    @Override
    public Set<Statistic> statistics() {
        return asked().statistics();
    }

    @Override
    public TextureNetworkExperiment with(Picture other, long otherSeed) {
        return new TextureNetworkExperiment(
                otherSeed,
                backend,
                other,
                network,
                objective,
                generator,
                Optional.empty(),
                batch,
                diversity,
                round,
                optimizer,
                stop,
                new Output(0, output.checkpointSeconds(), output.depth()));
    }
}
