package lichen.app.experiment.generator;

import java.io.IOException;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Output;
import lichen.app.experiment.Workbench;
import lichen.core.check.InvalidValueException;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.DescentState;
import lichen.core.optimizer.Optimizer;
import lichen.core.tensor.TensorScope;
import lichen.io.json.ConfigException;
import lichen.model.generator.Generator;
import lichen.model.generator.GeneratorSpec;

/** An experiment that trains a generator: the keys that all of them have, and what they check and open alike. */
public interface GeneratorExperiment extends Experiment {
    /** What learns. */
    GeneratorSpec generator();

    /** How it changes. */
    Optimizer optimizer();

    /** When it ends. */
    StopRule stop();

    /** What is written on the way. */
    Output output();

    /** Makes the task, with all its buffers. */
    interface Beginning {
        /**
         * Makes it.
         *
         * @param scope owner of all arrays; closed with the task, and where this fails
         * @throws InvalidValueException for want of memory, which is told at the batch
         */
        GeneratorTask begin(TensorScope scope) throws IOException;
    }

    /** The generator before it has learned anything. */
    default Generator fresh(Workbench workbench) {
        return Generator.of(generator().graph(workbench.random().stream("generator")));
    }

    /** Looks whether the optimiser is one for trainings. */
    default void inspectOptimizer(Inspection inspection) {
        inspection.check(inspection.workbench().place(optimizer(), "$.optimizer"), this::requireStochastic);
    }

    private void requireStochastic() {
        optimizer().stochastic(DescentState.at(new double[1]));
    }

    /** Begins the training. */
    default GeneratorTask begin(Workbench workbench, Beginning beginning) throws IOException {
        workbench.check(workbench.place(optimizer(), "$.optimizer"), this::requireStochastic);
        TensorScope scope = new TensorScope();
        try {
            return beginning.begin(scope);
        } catch (InvalidValueException e) {
            scope.close();
            throw new ConfigException(workbench.config().problemAt("$.batch", e.name() + " " + e.reason()));
        } catch (RuntimeException | IOException e) {
            scope.close();
            throw e;
        }
    }
}
