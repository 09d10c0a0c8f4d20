package lichen.app.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.cli.worker.Crew;
import lichen.app.cli.worker.Elsewhere;
import lichen.app.cli.worker.Engines;
import lichen.app.cli.worker.Posting;
import lichen.app.cli.worker.Workers;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.ThisProcess;
import lichen.core.backend.EnvironmentReport;
import lichen.io.json.ConfigWriter;
import picocli.CommandLine.Option;

/** Who makes the parts of a run, and how many at the same time. */
final class JobOptions {
    private static final String JOBS = "--jobs";
    private static final String ENGINE = "--engine";
    private static final String MASTER = "--master";

    /** The class of the program; it knows the commands, and they cannot know it. */
    private static final String PROGRAM = "lichen.app.cli.Main";

    @Option(
            names = JOBS,
            paramLabel = "n",
            description =
                    "Make the parts of a comparison, of an ablation and the like in so many processes, which share the cores"
                            + " and the memory (default: 1).")
    private Optional<Integer> jobs = Optional.empty();

    @Option(
            names = ENGINE,
            paramLabel = "NAME",
            description = {
                "Who makes these parts in place of processes of this machine: spark, with its jar in LICHEN_ENGINES,",
                "on as many executors as --jobs says."
            })
    private Optional<String> engine = Optional.empty();

    @Option(names = MASTER, paramLabel = "URL", description = "Where the engine's cluster is: spark://host:7077, yarn.")
    private Optional<String> master = Optional.empty();

    /** Refuses what makes no sense, and what makes none for an experiment. */
    void requirePossible(Experiment experiment) {
        if (number() < 1) {
            throw new InputException(JOBS + " " + number() + ": must be at least 1");
        }
        if (engine.isEmpty() && master.isPresent()) {
            throw new InputException(
                    MASTER + " " + master.orElseThrow() + ": is an engine's; name that too by " + ENGINE);
        }
        if (engine.isPresent() && jobs.isEmpty()) {
            throw new InputException(ENGINE + " " + engine.orElseThrow() + ": say by " + JOBS
                    + " n how many parts are to be made at the same time, each by an executor of its own");
        }
        if ((number() > 1 || engine.isPresent()) && !experiment.hasParts()) {
            String given = engine.isPresent() ? ENGINE + " " + engine.orElseThrow() : JOBS + " " + number();
            String option = engine.isPresent() ? ENGINE : JOBS;
            throw new InputException(given
                    + ": this experiment has no parts that could be made at the same time, as those of an ablation can; leave "
                    + option + " out: it uses all cores");
        }
        engine.ifPresent(Engines::named);
    }

    private int number() {
        return jobs.orElse(1);
    }

    /** Those who make parts of the run in a folder. */
    Crew crew(ConfigWriter writer, Path folder, EnvironmentReport environment, BackendOptions backend) {
        if (engine.isPresent()) {
            Posting posting = new Posting(number(), master, environment.device(), backend.force());
            return new Elsewhere(Engines.named(engine.orElseThrow()).engage(posting));
        }
        return number() == 1 ? new ThisProcess()::make : new Elsewhere(workers(writer, folder, environment, backend));
    }

    private Workers workers(ConfigWriter writer, Path folder, EnvironmentReport environment, BackendOptions backend) {
        List<String> arguments = new ArrayList<>(
                List.of(WorkerCommand.NAME, folder.toString(), WorkerCommand.BACKEND, environment.device()));
        if (backend.force()) {
            arguments.add(BackendOptions.FORCE);
        }
        return new Workers(number(), writer, PROGRAM, arguments);
    }

    /** What to type to give them again. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (number() > 1 || engine.isPresent()) {
            words.addAll(List.of(JOBS, Integer.toString(number())));
        }
        engine.ifPresent(name -> words.addAll(List.of(ENGINE, name)));
        master.ifPresent(url -> words.addAll(List.of(MASTER, url)));
        return words;
    }
}
