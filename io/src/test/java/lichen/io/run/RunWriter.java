package lichen.io.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;

/** A process that writes a run without end, as fast as it can: to be killed. */
final class RunWriter {
    static final String CONFIG = "{}";
    static final List<String> COLUMNS = List.of("evaluation", "loss");

    private RunWriter() {}

    /** Goes on with the run "killed" in a folder, or starts it. */
    public static void main(String[] arguments) throws IOException {
        Path runs = Path.of(arguments[0]);
        boolean isNew = !runs.resolve("killed").toFile().exists();
        try (RunDirectory run =
                isNew ? RunDirectory.create(runs, "killed", CONFIG) : RunDirectory.resume(runs, "killed", CONFIG)) {
            long evaluation = evaluation(run);
            try (MetricsCsv metrics = MetricsCsv.resume(run.metrics(), COLUMNS, evaluation)) {
                System.out.println("writing");
                while (true) {
                    evaluation++;
                    metrics.append(evaluation, 1.0 / evaluation);
                    metrics.flush();
                    run.checkpoint().save(state(evaluation));
                }
            }
        }
    }

    /** The evaluation of the last state, or 0. */
    static long evaluation(RunDirectory run) throws IOException {
        return run.checkpoint()
                .load()
                .map(state -> Long.parseLong(state.about()))
                .orElse(0L);
    }

    private static Npz state(long evaluation) {
        return new Npz(Map.of("x", NdArray.of(new double[20_000], 20_000)), Long.toString(evaluation));
    }
}
