package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.app.cli.worker.Crew;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.EnvironmentReport;
import lichen.io.json.Config;
import lichen.io.json.ConfigWriter;
import lichen.io.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen run}: runs an experiment into a folder of its own, or goes on with one. */
@Command(name = "run", description = "Runs an experiment, into a folder of its own.")
public final class RunCommand implements Callable<Integer> {
    /** The folder of all runs, if the user does not name another. */
    static final String RUNS = "runs";

    @Parameters(
            paramLabel = "file",
            completionCandidates = ExperimentNames.class,
            description = "A config file, or the name of an experiment that comes along.")
    private String file = "";

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Mixin
    private BackendOptions backend = new BackendOptions();

    @Option(names = "--runs", paramLabel = "DIR", description = "The folder of all runs (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of(RUNS);

    @Option(names = "--name", paramLabel = "NAME", description = "The run's name (default: the experiment's).")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--resume",
            description = {
                "Go on with the run of this name where it was interrupted;",
                "a comparison or an ablation also with what was added to its config."
            })
    private boolean resume;

    @Option(
            names = "--plan",
            description =
                    "Only tell how many images a comparison or an ablation would make, and about how long that takes.")
    private boolean plan;

    @Mixin
    private JobOptions jobs = new JobOptions();

    private final ConfigFinder finder;
    private final ConfigWriter writer;
    private final Checkup checkup;
    private final RunRecorder recorder;
    private final Plans plans;

    @Inject
    RunCommand(ConfigFinder finder, ConfigWriter writer, Checkup checkup, RunRecorder recorder, Plans plans) {
        this.finder = finder;
        this.writer = writer;
        this.checkup = checkup;
        this.recorder = recorder;
        this.plans = plans;
    }

    @Override
    public Integer call() throws IOException {
        Config<Experiment> config = finder.read(file, options);
        if (plan) {
            Workbench workbench = checkup.require(config);
            EnvironmentReport report = backend.start(config.value().backend());
            plans.print(config.value(), workbench, report, runs, runName());
            return ExitCode.DONE;
        }
        jobs.requirePossible(config.value());
        String resolved = writer.write((Record) config.value(), Experiment.class);
        if (!resume) {
            RunDirectory.requireNew(runs, runName());
            return open(config, resolved, Optional.empty());
        }
        try (RunDirectory run = config.value().canChange()
                ? RunDirectory.extend(runs, runName())
                : RunDirectory.resume(runs, runName(), resolved)) {
            return open(config, resolved, Optional.of(run));
        }
    }

    /** Opens the parts, and finds who makes them, before a new run's folder is made: what cannot be opened leaves nothing behind. */
    private int open(Config<Experiment> config, String resolved, Optional<RunDirectory> resumed) throws IOException {
        Experiment experiment = config.value();
        Workbench workbench = checkup.require(config);
        EnvironmentReport report = backend.start(experiment.backend());
        try (Task task = experiment.open(workbench);
                Crew crew = jobs.crew(writer, runs.resolve(runName()), report, backend)) {
            RunRecorder.Launch launch = new RunRecorder.Launch(report, command(), crew);
            if (resumed.isPresent()) {
                resumed.orElseThrow().replaceConfig(resolved);
                return ExitCode.of(recorder.run(task, config, resumed.orElseThrow(), launch));
            }
            try (RunDirectory run = RunDirectory.create(runs, runName(), resolved)) {
                return ExitCode.of(recorder.run(task, config, run, launch));
            }
        }
    }

    private String runName() {
        return name.orElseGet(() -> String.valueOf(Path.of(file).getFileName()).replaceFirst("\\.json$", ""));
    }

    /** What to type to make the run again. */
    private String command() {
        List<String> words = new ArrayList<>(List.of("lichen", "run", file));
        options.settings().forEach(setting -> words.addAll(List.of("-s", setting.text())));
        if (!runs.equals(Path.of(RUNS))) {
            words.addAll(List.of("--runs", runs.toString()));
        }
        name.ifPresent(given -> words.addAll(List.of("--name", given)));
        words.addAll(jobs.words());
        if (backend.force()) {
            words.add(BackendOptions.FORCE);
        }
        return ShellWords.join(words);
    }
}
