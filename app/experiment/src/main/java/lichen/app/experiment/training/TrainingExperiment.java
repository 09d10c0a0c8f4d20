package lichen.app.experiment.training;

import java.io.IOException;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Size;
import lichen.core.optimizer.DescentState;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import lichen.io.data.DataSource;
import lichen.io.data.PatchPlan;
import lichen.io.json.ConfigException;
import lichen.model.graph.Graph;
import lichen.model.spec.Fcn;
import lichen.model.train.Reconstruction;
import lichen.model.train.Training;

/**
 * Trains an autoencoder on patches of photographs, to give its input again, or to free it of noise.
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param data the photographs, and how they are cut
 * @param network the network, with fresh weights
 * @param batch how many patches make a step
 * @param training how it learns
 * @param output what is written on the way
 */
@Summary("trains an autoencoder on patches of photographs")
public record TrainingExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photographs, and how they are cut") DataSource data,

        @Default("{\"type\": \"fcn\"}") @Summary("the network, with fresh weights")
        NetworkSpec network,

        @Default("8") @Summary("patches that make a step") int batch,
        @Default("{}") @Summary("how it learns") Training training,

        @Default("{}") @Summary("what is written on the way")
        TrainingOutput output)
        implements Experiment {
    private static final String DATA = "$.data";
    private static final String OPTIMIZER = "$.training.optimizer";
    private static final String NETWORK = "$.network";

    /** Checks the batch. */
    public TrainingExperiment {
        Require.atLeast(1, "batch", batch);
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        String place = workbench.place(network, NETWORK);
        inspection.check(place, () -> fcn(workbench).requireTrainable());
        inspection.check(
                workbench.place(training.optimizer(), OPTIMIZER),
                () -> training.optimizer().stochastic(DescentState.at(new double[1])));
        inspection.check(workbench.place(data, DATA), () -> data.plan(workbench.images(), workbench.random()));
    }

    private Fcn fcn(Workbench workbench) {
        if (network instanceof Fcn fcn) {
            return fcn;
        }
        throw new ConfigException(workbench
                .config()
                .problemAt(
                        workbench.place(network, NETWORK) + ".type",
                        "only a network of the type \"fcn\" can be trained"));
    }

    @Override
    public TrainingTask open(Workbench workbench) throws IOException {
        String dataPlace = workbench.place(data, DATA);
        String networkPlace = workbench.place(network, NETWORK);
        Fcn fcn = fcn(workbench);
        PatchPlan plan = workbench.open(dataPlace, () -> data.plan(workbench.images(), workbench.random()));
        TensorScope scope = new TensorScope();
        try {
            Graph fresh = workbench.open(networkPlace, () -> fcn.trainable(workbench.random().stream("network")));
            return new TrainingTask(this, plan, compile(fresh, plan, workbench, scope), workbench.random(), scope);
        } catch (RuntimeException | IOException e) {
            scope.close();
            throw e;
        }
    }

    private Reconstruction compile(Graph fresh, PatchPlan plan, Workbench workbench, TensorScope scope) {
        try {
            return Reconstruction.of(fresh, batch, new Size(plan.size(), plan.size()), scope);
        } catch (InvalidValueException e) {
            throw new ConfigException(workbench.config().problemAt("$.batch", e.name() + " " + e.reason()));
        }
    }
}
