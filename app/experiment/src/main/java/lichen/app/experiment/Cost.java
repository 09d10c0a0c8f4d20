package lichen.app.experiment;

import java.io.IOException;
import java.util.Optional;
import lichen.core.image.Image;
import lichen.core.optimizer.Objective;
import lichen.core.tensor.NativeMemory;

/**
 * What an experiment takes on this machine as it is now.
 *
 * @param seconds wall-clock time of all its evaluations, by one of each stage that was timed; what is written on the way is left out
 * @param bytes the most native memory and optimiser state
 */
public record Cost(double seconds, long bytes) {
    private static final double NANOSECOND = 1e-9;

    /** Measures an experiment; empty for those that are not a synthesis. The backend has been started. */
    public static Optional<Cost> of(Experiment experiment, Workbench workbench) throws IOException {
        return experiment instanceof SynthesisExperiment synthesis
                ? Optional.of(of(synthesis, workbench))
                : Optional.empty();
    }

    private static Cost of(SynthesisExperiment experiment, Workbench workbench) throws IOException {
        Stages stages = Stages.of(experiment, workbench, Optional.empty());
        Image start = stages.start();
        long before = NativeMemory.used();
        double seconds = 0;
        long bytes = 0;
        for (int i = 0; i < stages.count(); i++) {
            try (OpenStage stage = stages.open(i)) {
                double[] point = stage.coordinates().begin(stages.resized(start, i));
                Objective objective = stage.objective(0, 0);
                seconds += secondsOf(objective, point) * stages.stage(i).evaluations();
                long state = Double.BYTES * experiment.optimizer().stateNumbers(point.length);
                bytes = Math.max(bytes, NativeMemory.used() - before + state);
            }
        }
        return new Cost(seconds, bytes);
    }

    /** The second evaluation: the first warms up. */
    private static double secondsOf(Objective objective, double[] point) {
        double[] gradient = new double[point.length];
        objective.at(point, gradient);
        long started = System.nanoTime();
        objective.at(point, gradient);
        return (System.nanoTime() - started) * NANOSECOND;
    }
}
