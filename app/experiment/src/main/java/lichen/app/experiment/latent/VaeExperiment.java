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
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generator;
import lichen.model.generator.GeneratorSpec;
import lichen.model.train.LatentDivergence;
import lichen.model.train.VariationalGraph;
import lichen.model.train.VariationalLearner;

/**
 * Trains a generator as the decoder of a variational autoencoder, on patches of photographs. Its run leaves the decoder.
 *
 * <p>Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014).
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param photographs the photographs
 * @param generator the decoder
 * @param channels of the encoder's first maps
 * @param patch extents of the patches, both ways
 * @param batch patches that make a step
 * @param likeness how patches and their reconstructions are compared
 * @param divergence what is asked of the latents
 * @param optimizer how both change
 * @param stop when it ends; each step is an evaluation
 * @param output what is written on the way
 */
@Summary("trains a generator as the decoder of a variational autoencoder")
public record VaeExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photographs") List<Picture> photographs,

        @Default("{\"type\": \"periodic\", \"local\": 8, \"global\": 16, \"periods\": 0, \"kernel\": 3}")
        @Summary("the decoder")
        GeneratorSpec generator,

        @Default("32") @Summary("channels of the encoder's first maps")
        int channels,

        @Default("64") @Summary("extents of the patches, both ways")
        int patch,

        @Default("8") @Summary("patches that make a step") int batch,

        @Default("{}") @Summary("how patches and their reconstructions are compared")
        ReconstructionLoss likeness,

        @Default("{}") @Summary("what is asked of the latents")
        LatentDivergence divergence,

        @Default("{\"type\": \"adam\", \"learning-rate\": 0.001}") @Summary("how both change")
        Optimizer optimizer,

        @Default("{\"evaluations\": 3000}") @Summary("when it ends; each step is an evaluation")
        StopRule stop,

        @Default("{}") @Summary("what is written on the way")
        Output output)
        implements LatentExperiment {
    /** Checks the ranges. */
    public VaeExperiment {
        photographs = List.copyOf(photographs);
        Require.that(!photographs.isEmpty(), "photographs", "must be at least one");
        Require.atLeast(1, "channels", channels);
        Require.atLeast(1, "patch", patch);
        Require.atLeast(1, "batch", batch);
    }

    @Override
    public void inspect(Inspection inspection) {
        look(inspection).ifPresent(fresh -> inspection.check("$", () -> network(fresh, inspection.workbench())));
        inspection.network(likeness.network(), "$.likeness.network");
    }

    private VariationalGraph network(Generator fresh, Workbench workbench) {
        return VariationalGraph.of(fresh, channels, patch, workbench.random().stream("encoder"));
    }

    @Override
    public GeneratorTask open(Workbench workbench) throws IOException {
        return open(workbench, (fresh, crops, scope) -> way(fresh, crops, workbench, scope));
    }

    private Way way(Generator fresh, Crops crops, Workbench workbench, TensorScope scope) throws IOException {
        RandomStreams noise = workbench.random().part("training");
        VariationalLearner.Lesson lesson =
                new VariationalLearner.Lesson(crops, likeness.open(workbench, size(), scope), divergence);
        VariationalGraph network = workbench.open("$", () -> network(fresh, workbench));
        VariationalLearner learner = new VariationalLearner(network, step(), noise, lesson, scope);
        return new Way(
                new Variational(learner, optimizer, crops, batch, learner.decoding(1, size(), scope)),
                new Reconstructed(learner, crops, batch));
    }
}
