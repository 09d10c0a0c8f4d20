package lichen.app.experiment.training;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Output;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Picture;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.io.image.Depth;
import lichen.model.train.Training;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.parameterization.Pixels;
import lichen.synthesis.start.StartImage;

/**
 * What the training set changes: the same network is trained on several data sets, and the same texture is learned with each
 * and with the untrained one. Source: the second research question of the reference system.
 *
 * @param seed the seed of all random numbers, the fresh weights among them: all networks start from the same
 * @param backend what computes
 * @param target the photograph
 * @param sets the data sets
 * @param network the network, with fresh weights
 * @param batch how many patches make a step
 * @param training how it learns
 * @param objective what is minimised
 * @param start the first image
 * @param optimizer how it is minimised
 * @param stop when that ends
 */
@Summary("the same texture through networks trained on different photographs, side by side")
public record TrainingSetsExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photograph") Picture target,
        @Summary("the data sets, each by a name") List<TrainingSet> sets,

        @Default("{\"type\": \"fcn\"}") @Summary("the network, with fresh weights")
        NetworkSpec network,

        @Default("8") @Summary("patches that make a step") int batch,

        @Default("{}") @Summary("how the networks learn") Training training,

        @Summary("what is minimised") Loss objective,

        @Default("{\"type\": \"mean-colour\"}") @Summary("the first image")
        StartImage start,

        @Default("{\"type\": \"lbfgs\"}") @Summary("how it is minimised")
        Optimizer optimizer,

        @Default("{}") @Summary("when that ends") StopRule stop)
        implements Experiment {
    private static final Output QUIET = new Output(0, 30, Depth.EIGHT_BITS);
    private static final TrainingOutput STRIP = new TrainingOutput(30, 7);

    /** Checks that there are data sets, of different names. */
    public TrainingSetsExperiment {
        sets = List.copyOf(sets);
        Require.that(!sets.isEmpty(), "sets", "must be at least one");
        Set<String> names = new HashSet<>();
        for (TrainingSet set : sets) {
            Require.that(names.add(set.name()), "sets", "must have different names, but two are " + set.name());
        }
        Require.atLeast(1, "batch", batch);
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public void inspect(Inspection inspection) {
        sets.forEach(set -> training(set).inspect(inspection));
        texture(network).inspect(inspection);
    }

    /** Opens everything once, so that what does not fit is told before the first network is trained. */
    @Override
    public Task open(Workbench workbench) throws IOException {
        for (TrainingSet set : sets) {
            training(set).open(workbench).close();
        }
        texture(network).open(workbench).close();
        return new TrainingSetsTask(this, workbench);
    }

    /** The training on one data set. */
    TrainingExperiment training(TrainingSet set) {
        return new TrainingExperiment(seed, backend, set.data(), network, batch, training, STRIP);
    }

    /** The learning of the texture with a network. */
    SynthesisExperiment texture(NetworkSpec with) {
        return new SynthesisExperiment(
                seed,
                backend,
                target,
                with,
                objective,
                start,
                Optional.empty(),
                Border.NETWORK,
                new Pixels(),
                Optional.empty(),
                optimizer,
                stop,
                List.of(),
                List.of(),
                QUIET);
    }
}
