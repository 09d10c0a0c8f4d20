package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Output;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.generator.GeneratorNoise;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.io.image.Depth;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.parameterization.Parameterization;
import lichen.synthesis.parameterization.Pixels;
import lichen.synthesis.start.MeanColour;

/**
 * What a generator makes that an objective likes best: its latents are optimised by the loop that optimises pixels, beside pixels for the
 * same, and beside the best of random samples. The objective is a photograph's signature, and the generator is inverted; or a unit of a
 * network, and its preferred input is found among the images that the generator can make.
 *
 * <p>Source: Nguyen et al., "Synthesizing the preferred inputs for neurons in neural networks via deep generator networks" (2016).
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param target the photograph
 * @param network what looks at images
 * @param objective what is minimised
 * @param weights the generator; where left out, one that is trained first
 * @param training what trains it, where there are no weights: an experiment that leaves a generator
 * @param bound bound of the latents, in deviations of those of training; 0 for none
 * @param size extents of the images
 * @param samples random samples, of which the best is shown
 * @param optimizer how the objective is minimised
 * @param stop when that ends
 */
@Summary("optimises the latents of a generator for an objective, beside pixels for the same")
public record PreferredInputExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photograph") Picture target,

        @Default("{\"type\": \"image\"}") @Summary("what looks at images; nothing but the image where left out")
        NetworkSpec network,

        @Summary("what is minimised: a photograph's signature, or a unit of a network")
        Loss objective,

        @Summary("the weights of a generator; where left out, training makes them")
        Optional<FileReference> weights,

        @Summary("an experiment that trains the generator first, where there are no weights")
        Optional<Experiment> training,

        @Default("3") @Summary("bound of the latents, in deviations of those of training; 0 for none")
        double bound,

        @Summary("extents of the images") Size size,

        @Default("100") @Summary("random samples, of which the best is shown")
        int samples,

        @Default("{\"type\": \"lbfgs\"}") @Summary("how the objective is minimised")
        Optimizer optimizer,

        @Default("{}") @Summary("when that ends") StopRule stop)
        implements Experiment {
    /** Checks the ranges, and that there is a generator. */
    public PreferredInputExperiment {
        Require.that(
                weights.isPresent() || training.isPresent(),
                "weights",
                "must be given, or training in their place: name a generator, or an experiment that trains one");
        Require.notNegative("bound", bound);
        Require.atLeast(1, "samples", samples);
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public void inspect(Inspection inspection) {
        needed().ifPresent(experiment -> experiment.inspect(inspection));
        ofPixels().inspect(inspection);
        weights.ifPresent(file -> ofLatents(file).inspect(inspection));
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        if (needed().isPresent()) {
            needed().get().open(workbench).close();
        }
        ofPixels().open(workbench).close();
        if (weights.isPresent()) {
            ofLatents(weights.get()).open(workbench).close();
        }
        return new PreferredInputTask(this, workbench);
    }

    /** The training, unless there are weights. */
    Optional<Experiment> needed() {
        return weights.isPresent() ? Optional.empty() : training;
    }

    /** The image whose pixels are optimised. */
    SynthesisExperiment ofPixels() {
        return image(new Pixels());
    }

    /** The image of a generator whose latents are. */
    SynthesisExperiment ofLatents(FileReference file) {
        return image(new GeneratorNoise(file, bound));
    }

    private SynthesisExperiment image(Parameterization parameterization) {
        return new SynthesisExperiment(
                seed,
                backend,
                target,
                network,
                objective,
                new MeanColour(0),
                Optional.of(size),
                Border.CIRCULAR,
                parameterization,
                Optional.empty(),
                optimizer,
                stop,
                List.of(),
                List.of(),
                new Output(0, 30, Depth.EIGHT_BITS));
    }
}
