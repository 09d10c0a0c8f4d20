package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.List;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Output;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.generator.GeneratorTask;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.image.Picture;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.model.generator.GeneratorSpec;
import lichen.model.train.AdversarialLearner;
import lichen.model.train.Critic;

/**
 * Trains a generator against a critic, who learns to tell patches of photographs from what it makes. Of several photographs it learns
 * textures between them as well.
 *
 * <p>Source: Bergmann, Jetchev and Vollgraf, "Learning texture manifolds with the periodic spatial GAN" (2017).
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param photographs the photographs
 * @param generator what learns
 * @param critic what it learns against
 * @param patch extents of the patches that are compared, both ways
 * @param batch patches that make a step
 * @param optimizer how both change
 * @param stop when it ends; each turn of either is an evaluation
 * @param output what is written on the way
 */
@Summary("trains a generator of textures against a critic, on one photograph or several")
public record PeriodicGanExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photographs") List<Picture> photographs,

        @Default("{\"type\": \"periodic\"}") @Summary("what learns")
        GeneratorSpec generator,

        @Default("{}") @Summary("what it learns against") Critic critic,

        @Default("64") @Summary("extents of the patches that are compared, both ways")
        int patch,

        @Default("8") @Summary("patches that make a step") int batch,

        @Default("{\"type\": \"adam\", \"learning-rate\": 0.0005, \"beta1\": 0.5}") @Summary("how both change")
        Optimizer optimizer,

        @Default("{\"evaluations\": 6000}") @Summary("when it ends; each turn of either is an evaluation")
        StopRule stop,

        @Default("{}") @Summary("what is written on the way")
        Output output)
        implements LatentExperiment {
    /** Checks the ranges. */
    public PeriodicGanExperiment {
        photographs = List.copyOf(photographs);
        Require.that(!photographs.isEmpty(), "photographs", "must be at least one");
        Require.atLeast(1, "patch", patch);
        Require.atLeast(1, "batch", batch);
    }

    @Override
    public void inspect(Inspection inspection) {
        look(inspection);
        inspection.check("$", this::requireSeen);
    }

    /** A critic that halves a patch to nothing would see none of it. */
    private void requireSeen() {
        Require.that(
                patch >= 2 << critic.halvings(),
                "critic.halvings",
                "must leave 2 pixels of a patch of " + patch + ", but are " + critic.halvings());
    }

    @Override
    public GeneratorTask open(Workbench workbench) throws IOException {
        workbench.check("$", this::requireSeen);
        RandomStreams random = workbench.random().part("training");
        return open(workbench, (fresh, crops, scope) -> {
            AdversarialLearner learner = new AdversarialLearner(fresh, critic, step(), random, crops, scope);
            return new Way(
                    new Adversarial(learner, optimizer, learner.generation(1, size(), scope)), new Manifold(size()));
        });
    }
}
