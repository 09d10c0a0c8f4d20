package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lichen.app.cli.progress.Terminal;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Seen;
import lichen.app.experiment.Session;
import lichen.app.experiment.Stage;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.bundled.BundledExperiments;
import lichen.core.backend.EnvironmentReport;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.file.ScratchFolder;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.json.ConfigException;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.ConfigWriter;
import lichen.io.json.Draft;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lichen extract}: a texture from any photograph, without JSON. */
@Command(
        name = "extract",
        description = "Makes a new image with the texture of a photograph, by the recommended experiment.")
public final class ExtractCommand implements Callable<Integer> {
    static final String RECOMMENDED = "recommended";

    @Mixin
    private ExtractOptions options = new ExtractOptions();

    @Option(names = "-o", paramLabel = "<out.png>", description = "The file to write (default: <photo>-texture.png).")
    private Path output = Path.of("");

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Option(names = "--keep", description = "Keep the run with its report, in runs/<photo>.")
    private boolean keep;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ConfigReader reader;
    private final ConfigWriter writer;
    private final ImageCodec images;
    private final Checkup checkup;
    private final RunRecorder recorder;
    private final Console console;

    @Inject
    ExtractCommand(
            ConfigReader reader,
            ConfigWriter writer,
            ImageCodec images,
            Checkup checkup,
            RunRecorder recorder,
            Console console) {
        this.reader = reader;
        this.writer = writer;
        this.images = images;
        this.checkup = checkup;
        this.recorder = recorder;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path photo = options.photo();
        Size found = images.size(FileReference.to(photo));
        boolean isNamed = !output.toString().isEmpty();
        OutputFile file = OutputFile.require(isNamed ? output : OutputFile.usual(photo), Optional.of(photo), force);
        if (keep) {
            requireLasting(photo);
            RunDirectory.requireNew(Path.of(RunCommand.RUNS), OutputFile.stem(photo));
        }
        Extract extract = Extract.of(found, options.crop(), options.size());
        try {
            return run(fitted(extract), file, photo + " has " + found + " pixels: " + extract.words());
        } catch (ConfigException e) {
            throw new InputException(e.problems().stream()
                    .map(problem -> ExtractOptions.optionOf(problem.path()) + ": " + problem.message())
                    .collect(Collectors.joining("\n")));
        }
    }

    /** The recommended experiment, made fit for the photograph. */
    private Config<Experiment> fitted(Extract extract) {
        ConfigText text = ConfigText.read(BundledExperiments.file(RECOMMENDED), RECOMMENDED);
        Draft<Experiment> recommended = reader.draft(text, Experiment.class);
        List<Stage> stages = ((SynthesisExperiment) recommended.value()).stages();
        Map<String, Object> changes = new LinkedHashMap<>(options.changes(extract));
        changes.putAll(CoarseStages.fitFor(stages, options.size(), extract.seen()));
        return recommended.with(changes);
    }

    private static void requireLasting(Path photo) {
        if (!FileReference.to(photo).isLasting()) {
            throw new InputException(
                    "--keep: a run that stays needs its photograph again, and what comes through a pipe is"
                            + " gone; save it to a file first");
        }
    }

    private int run(Config<Experiment> config, OutputFile file, String words) throws IOException {
        Experiment experiment = config.value();
        Workbench workbench = checkup.require(config);
        EnvironmentReport report = backend.start(experiment.backend());
        try (Task task = experiment.open(workbench)) {
            console.out().println(words);
            console.out().flush();
            return ExitCode.of(keep ? kept(task, config, report, file) : passing(task, config, file));
        }
    }

    /** As a run that stays: what {@code lichen run} leaves, with the picture beside it. */
    private Status kept(Task task, Config<Experiment> config, EnvironmentReport report, OutputFile file)
            throws IOException {
        String name = OutputFile.stem(options.photo());
        try (RunDirectory run = RunDirectory.create(Path.of(RunCommand.RUNS), name, resolved(config))) {
            String again = ShellWords.join(
                    List.of("lichen", "run", run.folder().resolve("config.json").toString(), "--name", name));
            try {
                return recorder.run(task, config, run, new RunRecorder.Launch(report, again, new ThisProcess()));
            } finally {
                copy(run, file);
            }
        }
    }

    /** As a run that leaves nothing but the picture; interrupted, the best until then. */
    private Status passing(Task task, Config<Experiment> config, OutputFile file) throws IOException {
        try (Interruption interruption = new Interruption();
                ScratchFolder scratch = new ScratchFolder();
                RunDirectory run = RunDirectory.create(scratch.path(), RECOMMENDED, resolved(config))) {
            try (ProgressDisplay progress = Terminal.display()) {
                Verdict verdict = task.run(new Session(run, images, progress, interruption::onInterrupt, false));
                progress.message(verdict.message());
                return verdict.status();
            } finally {
                copy(run, file);
            }
        }
    }

    private void copy(RunDirectory run, OutputFile file) throws IOException {
        Path result = run.image(TextureExperiment.RESULT);
        if (Files.exists(result)) {
            if (options.made().equals(options.size())) {
                file.copy(result);
            } else {
                Crop part =
                        new Crop(0, 0, options.size().width(), options.size().height());
                Seen seen = Seen.read(result).orElseThrow();
                images.keepPng(images.read(result).crop(part), file.path(), Depth.EIGHT_BITS, seen.text());
            }
            console.out().println("Wrote " + file.path());
            console.out().flush();
        }
    }

    private String resolved(Config<Experiment> config) {
        return writer.write((Record) config.value(), Experiment.class);
    }
}
