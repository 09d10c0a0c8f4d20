package lichen.app.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.app.cli.worker.Workers;
import lichen.app.experiment.Experiment;
import lichen.core.backend.EnvironmentReport;
import lichen.io.json.ConfigWriter;
import picocli.CommandLine.Option;

/** How many processes make the parts of a run. */
final class JobOptions {
    private static final String JOBS = "--jobs";

    /** The class of the program; it knows the commands, and they cannot know it. */
    private static final String PROGRAM = "lichen.app.cli.Main";

    @Option(
            names = JOBS,
            paramLabel = "n",
            defaultValue = "1",
            description =
                    "Make the parts of a comparison, of an ablation and the like in so many processes, which share the cores"
                            + " and the memory (default: 1).")
    private int jobs = 1;

    /** Refuses numbers that make no sense for an experiment. */
    void requirePossible(Experiment experiment) {
        if (jobs < 1) {
            throw new InputException(JOBS + " " + jobs + ": must be at least 1");
        }
        if (jobs > 1 && !experiment.hasParts()) {
            throw new InputException(JOBS + " " + jobs
                    + ": this experiment has no parts that could be made at the same time, as those of an ablation can; leave "
                    + JOBS + " out: it uses all cores");
        }
    }

    boolean areSeveral() {
        return jobs > 1;
    }

    /** Processes that make parts of the run in a folder. */
    Workers workers(ConfigWriter writer, Path folder, EnvironmentReport environment, BackendOptions backend) {
        List<String> arguments = new ArrayList<>(
                List.of(WorkerCommand.NAME, folder.toString(), WorkerCommand.BACKEND, environment.device()));
        if (backend.force()) {
            arguments.add(BackendOptions.FORCE);
        }
        return new Workers(jobs, writer, PROGRAM, arguments);
    }

    /** What to type to give it again. */
    List<String> words() {
        return jobs == 1 ? List.of() : List.of(JOBS, Integer.toString(jobs));
    }
}
