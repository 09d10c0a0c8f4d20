package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.app.cli.plugin.PluginFiles;
import lichen.app.cli.progress.Terminal;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.RunReport;
import lichen.app.experiment.Session;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Version;
import lichen.app.experiment.Workforce;
import lichen.app.experiment.Writing;
import lichen.app.experiment.report.ReportWriter;
import lichen.core.backend.EnvironmentReport;
import lichen.core.plugin.FileReference;
import lichen.io.file.FullDiskException;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.run.GitState;
import lichen.io.run.InputFile;
import lichen.io.run.Manifest;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;

/**
 * Runs a task and writes down what it was made with and how it ended, errors of the machine included. Only of a process that
 * is killed the manifest goes on saying that it is at work.
 */
final class RunRecorder {
    private final ImageCodec images;
    private final ReportWriter reports;
    private final PluginFiles plugins;
    private final Console console;
    private final Clock clock = Clock.systemUTC();

    @Inject
    RunRecorder(ImageCodec images, ReportWriter reports, PluginFiles plugins, Console console) {
        this.images = images;
        this.reports = reports;
        this.plugins = plugins;
        this.console = console;
    }

    /**
     * How a run is started.
     *
     * @param environment what it computes in
     * @param command what to type to make it again
     * @param workforce who makes its parts
     */
    record Launch(EnvironmentReport environment, String command, Workforce workforce) {}

    /** Runs a task in a folder; what it throws is passed on after it was written down. */
    Status run(Task task, Config<Experiment> config, RunDirectory run, Launch launch) throws IOException {
        String command = launch.command();
        Optional<Manifest> earlier = run.manifest();
        Manifest manifest = manifest(config, task.inputs(), launch.environment());
        if (earlier.isPresent()) {
            if (!config.value().canChange()) {
                requireSameInputs(run, earlier.orElseThrow(), manifest);
            }
            SamePlugins.require(run.folder(), earlier.orElseThrow(), manifest);
            manifest = earlier.orElseThrow().resumed(manifest.inputs());
        }
        run.write(manifest);
        try (Interruption interruption = new Interruption()) {
            Surroundings surroundings = Surroundings.of(launch.environment().device(), manifest.plugins());
            Manifest running = manifest;
            Writing report = () -> report(task, run, running, command);
            Verdict verdict = work(task, run, interruption, surroundings, launch.workforce(), report);
            if (verdict.rest().isPresent()) {
                report(task, run, manifest, command);
                verdict.doRest();
            }
            end(task, run, manifest, verdict, command);
            tell(run, verdict, command);
            return verdict.status();
        } catch (IOException | RuntimeException | Error e) {
            try {
                end(task, run, manifest, unfinished(e, command), command);
            } catch (IOException | RuntimeException | Error second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** A run that went on with other files would be of neither experiment. */
    private static void requireSameInputs(RunDirectory run, Manifest earlier, Manifest now) {
        List<String> changed = now.inputs().stream()
                .filter(input -> !earlier.inputs().contains(input))
                .map(InputFile::name)
                .toList();
        if (!changed.isEmpty()) {
            throw new InputException(run.folder() + ": changed since the run began: " + String.join(", ", changed)
                    + "; bring back what was there, or choose a new --name");
        }
    }

    private Verdict work(
            Task task,
            RunDirectory run,
            Interruption interruption,
            Surroundings surroundings,
            Workforce workforce,
            Writing report)
            throws IOException {
        try (ProgressDisplay progress = Terminal.display()) {
            return task.run(new Session(
                    run,
                    images,
                    progress,
                    interruption::onInterrupt,
                    true,
                    surroundings,
                    workforce,
                    new RunningReport(report, progress)));
        }
    }

    /** A run that only wants room pauses. */
    private Verdict unfinished(Throwable failure, String command) {
        String message = Failures.sentence(failure);
        if (!FullDiskException.isBehind(failure)) {
            return Verdict.failed(message);
        }
        console.out().println("Paused: the disk is full. To go on when there is room: " + command + " --resume");
        return Verdict.interrupted(message);
    }

    private void end(Task task, RunDirectory run, Manifest manifest, Verdict verdict, String command)
            throws IOException {
        Manifest ended = manifest.ended(verdict.status(), verdict.message(), clock.instant());
        run.write(ended);
        report(task, run, ended, command);
        if (verdict.status().hasResult()) {
            run.checkpoint().delete();
        }
    }

    private void report(Task task, RunDirectory run, Manifest manifest, String command) throws IOException {
        reports.write(run, RunReport.of(run, manifest, task.report(run), command));
    }

    private void tell(RunDirectory run, Verdict verdict, String command) {
        console.out().println(verdict.message());
        if (verdict.status() == Status.INTERRUPTED) {
            console.out().println("The state is saved. To go on: " + command + " --resume");
        } else {
            verdict.result().ifPresent(file -> console.out().println("Result: " + file));
            console.out().println("Report: " + run.report());
            if (verdict.status() == Status.PARTIAL) {
                console.out().println("To try again what failed: " + command + " --resume");
            }
        }
    }

    /** The files that a config names, as they are now. */
    static List<InputFile> inputs(Config<Experiment> config) throws IOException {
        List<InputFile> inputs = new ArrayList<>();
        for (FileReference file : config.files().values()) {
            inputs.add(InputFile.of(file));
        }
        return inputs;
    }

    private Manifest manifest(Config<Experiment> config, List<InputFile> more, EnvironmentReport report)
            throws IOException {
        Map<String, String> software = new LinkedHashMap<>();
        software.put("Lichen", Version.number());
        software.put("Java", System.getProperty("java.version"));
        software.put("operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        List<InputFile> inputs = inputs(config);
        more.stream().filter(file -> !inputs.contains(file)).forEach(inputs::add);
        return new Manifest(
                Status.RUNNING,
                "",
                clock.instant(),
                Optional.empty(),
                config.value().seed(),
                inputs,
                plugins.hashes(),
                software,
                report.rows(),
                GitState.of(Path.of("").toAbsolutePath()));
    }
}
