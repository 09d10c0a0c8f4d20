package lichen.app.experiment;

import java.io.IOException;
import java.util.Optional;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import lichen.io.json.ConfigException;
import lichen.model.spec.NetworkSpec;
import lichen.synthesis.loop.StopRule;
import lichen.synthesis.objective.ImageObjective;
import lichen.synthesis.objective.LossTerm;
import lichen.synthesis.optimizer.Optimizer;
import lichen.synthesis.parameterization.Parameterization;
import lichen.synthesis.start.StartContext;
import lichen.synthesis.start.StartImage;

/**
 * Learns an image with the texture of a photograph: the image, by its pixels or in other coordinates, is
 * optimised until its signature is the photograph's.
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param target the photograph
 * @param network what looks at images
 * @param objective what is minimised
 * @param start the first image
 * @param size the extents of the image to make; the target's where left out
 * @param parameterization what the optimiser changes, and how an image is made of it
 * @param optimizer how it is minimised
 * @param stop when it ends
 * @param output what is written on the way
 */
@Summary("learns an image with the texture of a photograph")
public record SynthesisExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photograph") Target target,
        @Summary("what looks at images") NetworkSpec network,
        @Summary("what is minimised") LossTerm objective,

        @Default("{\"type\": \"mean-colour\"}") @Summary("the first image")
        StartImage start,

        @Summary("extents of the image to make; the target's where left out")
        Optional<Size> size,

        @Default("{\"type\": \"pixels\"}") @Summary("what the optimiser changes")
        Parameterization parameterization,

        @Default("{\"type\": \"lbfgs\"}") @Summary("how it is minimised")
        Optimizer optimizer,

        @Default("{}") @Summary("when it ends") StopRule stop,

        @Default("{}") @Summary("what is written on the way")
        Output output)
        implements TextureExperiment {
    @Override
    public SynthesisTask open(Workbench workbench) throws IOException {
        try {
            return open(workbench, size);
        } catch (ImageTooSmallException e) {
            throw new ConfigException(workbench.config().problemAt("$.size", e.reason()));
        }
    }

    @Override
    public SynthesisExperiment with(Target other, long otherSeed) {
        return new SynthesisExperiment(
                otherSeed,
                backend,
                other,
                network,
                objective,
                start,
                Optional.empty(),
                parameterization,
                optimizer,
                stop,
                new Output(0, output.checkpointEvery(), output.depth()));
    }

    /**
     * Opens the experiment for images of another size.
     *
     * @param wanted the extents of the image to make; the target's where empty
     * @throws ImageTooSmallException if the network needs larger ones
     */
    SynthesisTask open(Workbench workbench, Optional<Size> wanted) throws IOException {
        String place = workbench.place(target, "$.target");
        Image photograph = target.open(workbench, place);
        Size given = new Size(photograph.width(), photograph.height());
        Size extents = wanted.orElse(given);
        FeatureNetwork opened = workbench.open(
                workbench.place(network, "$.network"), () -> network.open(workbench.random().stream("network")));
        Image first = workbench.open(
                "$.start",
                () -> start.create(
                        new StartContext(extents, photograph, workbench.random().stream("start"), workbench::image)));
        TensorScope scope = new TensorScope();
        try {
            ImageObjective loss = workbench.open(
                    "$.objective", () -> ImageObjective.of(objective, opened, photograph, extents, scope));
            Beginning beginning = workbench.open("$.parameterization", () -> Beginning.at(first, parameterization));
            return new SynthesisTask(this, photograph, beginning, loss, scope);
        } catch (ImageTooSmallException e) {
            scope.close();
            throw e.size().equals(given)
                    ? new ConfigException(workbench.config().problemAt(place, e.reason()))
                    : e;
        } catch (RuntimeException | IOException e) {
            scope.close();
            throw e;
        }
    }
}
