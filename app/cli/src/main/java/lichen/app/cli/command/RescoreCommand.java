package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Scored;
import lichen.app.experiment.Task;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Workbench;
import lichen.core.backend.EnvironmentReport;
import lichen.core.plugin.FileReference;
import lichen.io.json.Config;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.ConfigWriter;
import lichen.io.json.Setting;
import lichen.io.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lichen rescore}: scores the images of a comparison again, for example by more measures. */
@Command(name = "rescore", description = "Scores the images of a comparison that is done again; makes none.")
public final class RescoreCommand implements Callable<Integer> {
    private static final Set<String> SCORING = Set.of("measures", "jpeg");

    @Parameters(paramLabel = "<run>", description = "The comparison's folder, for example runs/comparison.")
    private Path folder = Path.of("");

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ConfigReader reader;
    private final ConfigWriter writer;
    private final Checkup checkup;
    private final RunRecorder recorder;

    @Inject
    RescoreCommand(ConfigReader reader, ConfigWriter writer, Checkup checkup, RunRecorder recorder) {
        this.reader = reader;
        this.writer = writer;
        this.checkup = checkup;
        this.recorder = recorder;
    }

    @Override
    public Integer call() throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Path file = whole.resolve("config.json");
        ConfigText text = ConfigText.read(
                FileReference.to(file), folder.resolve("config.json").toString());
        options.settings().forEach(RescoreCommand::requireScoring);
        Config<Experiment> config = reader.read(text, options.settings(), Experiment.class);
        if (!(config.value() instanceof Scored scored)) {
            throw new InputException(
                    folder + ": is no comparison, so it has no scores; lichen measure scores any image");
        }
        Workbench workbench = checkup.require(config);
        String name = String.valueOf(whole.getFileName());
        try (RunDirectory run = RunDirectory.reopen(whole)) {
            run.addInputs(RunRecorder.inputs(config));
            EnvironmentReport report = backend.start(scored.backend());
            try (Task task = scored.rescoring(workbench)) {
                run.replaceConfig(writer.write((Record) scored, Experiment.class));
                RunRecorder.Launch launch =
                        new RunRecorder.Launch(report, command(whole, file, name), new ThisProcess());
                return ExitCode.of(recorder.run(task, config, run, launch));
            }
        }
    }

    private static void requireScoring(Setting setting) {
        if (!SCORING.contains(setting.keys().get(0))) {
            throw new InputException(
                    "-s " + setting.text()
                            + ": only measures and jpeg can change: the images were made by the rest. Leave it out, or run it under a new name");
        }
    }

    /** What to type to make the run again. */
    private static String command(Path whole, Path file, String name) {
        return ShellWords.join(
                List.of("lichen", "run", file.toString(), "--runs", String.valueOf(whole.getParent()), "--name", name));
    }
}
