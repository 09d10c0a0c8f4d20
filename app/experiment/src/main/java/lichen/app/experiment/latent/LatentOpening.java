package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.Optional;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Workbench;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Size;
import lichen.core.optimizer.DescentState;
import lichen.core.optimizer.Optimizer;
import lichen.core.tensor.TensorScope;
import lichen.io.json.ConfigException;
import lichen.model.generator.Generator;
import lichen.model.generator.GeneratorSpec;

/**
 * What experiments that train a generator by way of latents check and open alike.
 *
 * @param experiment the experiment
 * @param generator what learns
 * @param side extents of the patches that it learns from, both ways
 */
record LatentOpening(LatentExperiment experiment, GeneratorSpec generator, int side) {
    private static final String OPTIMIZER = "$.optimizer";

    /** Makes the learning, with all its buffers. */
    interface Beginning {
        /** Begins with a fresh generator; what it throws for want of memory is told at the batch. */
        Learning begin(Generator fresh, Crops crops, TensorScope scope) throws IOException;
    }

    /**
     * Looks at all that can be seen without computing.
     *
     * @return the generator before it learns; empty if something is wrong with it
     */
    Optional<Generator> inspect(Inspection inspection, Optimizer optimizer) {
        Workbench workbench = inspection.workbench();
        Crops.inspect(inspection, experiment.photographs(), side);
        inspection.check(workbench.place(optimizer, OPTIMIZER), () -> requireStochastic(optimizer));
        return inspection.look("$", () -> fresh(workbench));
    }

    private static void requireStochastic(Optimizer optimizer) {
        optimizer.stochastic(DescentState.at(new double[1]));
    }

    private Generator fresh(Workbench workbench) {
        Generator fresh = Generator.of(generator.graph(workbench.random().stream("generator")));
        fresh.requireNoiseAlone("generator");
        try {
            fresh.requireSize(new Size(side, side));
        } catch (InvalidValueException e) {
            throw new InvalidValueException("patch", e.reason());
        }
        return fresh;
    }

    /** Opens everything. */
    LatentTask open(Workbench workbench, Optimizer optimizer, Beginning beginning) throws IOException {
        workbench.check(workbench.place(optimizer, OPTIMIZER), () -> requireStochastic(optimizer));
        Generator fresh = workbench.open("$", () -> fresh(workbench));
        Crops crops = Crops.open(workbench, experiment.photographs(), side);
        TensorScope scope = new TensorScope();
        try {
            return new LatentTask(experiment, crops, beginning.begin(fresh, crops, scope), workbench.random(), scope);
        } catch (InvalidValueException e) {
            scope.close();
            throw new ConfigException(workbench.config().problemAt("$.batch", e.name() + " " + e.reason()));
        } catch (RuntimeException | IOException e) {
            scope.close();
            throw e;
        }
    }
}
