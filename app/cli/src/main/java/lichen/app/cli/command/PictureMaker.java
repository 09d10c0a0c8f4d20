package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lichen.app.cli.progress.Terminal;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Seen;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.bundled.BundledExperiments;
import lichen.core.backend.EnvironmentReport;
import lichen.core.image.Crop;
import lichen.core.image.Image;
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

/** Runs an experiment for the one picture that it leaves: what commands do that need no JSON. */
final class PictureMaker {
    private final ConfigReader reader;
    private final ConfigWriter writer;
    private final ImageCodec images;
    private final Checkup checkup;
    private final RunRecorder recorder;
    private final Console console;

    @Inject
    PictureMaker(
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

    /**
     * What is wanted of the experiment.
     *
     * @param file where its picture goes
     * @param beside where other images of the run go, by their names there
     * @param size of the picture: what is made may be larger, and is cut
     * @param depth how finely it keeps each channel
     * @param words what is said before it runs
     * @param kept the name of the run, if it stays with its report
     */
    record Wanted(
            OutputFile file,
            Map<String, OutputFile> beside,
            Size size,
            Depth depth,
            String words,
            Optional<String> kept) {
        /** Nothing but the picture, as every viewer shows it. */
        Wanted(OutputFile file, Size size, String words, Optional<String> kept) {
            this(file, Map.of(), size, Depth.EIGHT_BITS, words, kept);
        }
    }

    /**
     * How a picture is made.
     *
     * @param experiment the one that comes along
     * @param changes what the user's options change in it: values by the ways to them
     * @param optionOf the option that a key of it comes from, for messages
     */
    record Recipe(
            String experiment, Function<Experiment, Map<String, Object>> changes, UnaryOperator<String> optionOf) {}

    /**
     * Runs an experiment.
     *
     * @return the exit code
     * @throws InputException naming the options that do not fit
     */
    int make(Recipe recipe, BackendOptions backend, Wanted wanted) throws IOException {
        String name = recipe.experiment();
        try {
            Draft<Experiment> draft =
                    reader.draft(ConfigText.read(BundledExperiments.file(name), name), Experiment.class);
            return make(draft.with(recipe.changes().apply(draft.value())), backend, wanted);
        } catch (ConfigException e) {
            throw new InputException(e.problems().stream()
                    .map(problem -> recipe.optionOf().apply(problem.path()) + ": " + problem.message())
                    .collect(Collectors.joining("\n")));
        }
    }

    private int make(Config<Experiment> config, BackendOptions backend, Wanted wanted) throws IOException {
        Experiment experiment = config.value();
        Workbench workbench = checkup.require(config);
        EnvironmentReport report = backend.start(experiment.backend());
        try (Task task = experiment.open(workbench)) {
            say(wanted.file(), wanted.words());
            return ExitCode.of(
                    wanted.kept().isPresent() ? kept(task, config, report, wanted) : passing(task, config, wanted));
        }
    }

    /** As a run that stays: what {@code lichen run} leaves, with the picture beside it. */
    private Status kept(Task task, Config<Experiment> config, EnvironmentReport report, Wanted wanted)
            throws IOException {
        String name = wanted.kept().orElseThrow();
        try (RunDirectory run = RunDirectory.create(Path.of(RunCommand.RUNS), name, resolved(config))) {
            String again = ShellWords.join(
                    List.of("lichen", "run", run.folder().resolve("config.json").toString(), "--name", name));
            try {
                return recorder.run(task, config, run, new RunRecorder.Launch(report, again, new ThisProcess()));
            } finally {
                copy(run, wanted);
            }
        }
    }

    /** As a run that leaves nothing but the picture; interrupted, the best until then. */
    private Status passing(Task task, Config<Experiment> config, Wanted wanted) throws IOException {
        try (Interruption interruption = new Interruption();
                ScratchFolder scratch = new ScratchFolder();
                RunDirectory run = RunDirectory.create(scratch.path(), "picture", resolved(config))) {
            try (ProgressDisplay progress = wanted.file().isPiped() ? Terminal.besides() : Terminal.display()) {
                Verdict verdict = task.run(new Session(run, images, progress, interruption::onInterrupt, false));
                progress.message(verdict.message());
                return verdict.status();
            } finally {
                copy(run, wanted);
            }
        }
    }

    private void copy(RunDirectory run, Wanted wanted) throws IOException {
        Path result = run.image(TextureExperiment.RESULT);
        if (!Files.exists(result)) {
            return;
        }
        Seen seen = Seen.read(result).orElseThrow();
        copy(result, wanted.file(), wanted.size(), wanted.depth(), seen);
        for (Map.Entry<String, OutputFile> other : wanted.beside().entrySet()) {
            Path image = run.image(other.getKey());
            if (Files.exists(image)) {
                copy(image, other.getValue(), wanted.size(), Depth.keeping(images.read(image)), seen);
            }
        }
    }

    private void copy(Path image, OutputFile file, Size size, Depth depth, Seen seen) throws IOException {
        if (images.size(FileReference.to(image)).equals(size)) {
            file.copy(image, console);
        } else {
            Crop part = new Crop(0, 0, size.width(), size.height());
            file.write(images, images.read(image).crop(part), depth, seen, console);
        }
        wrote(file);
    }

    /** Writes a picture that needed no run. */
    void write(Image picture, OutputFile file) throws IOException {
        Seen seen = Seen.of(picture.size(), Optional.empty(), Optional.empty());
        file.write(images, picture, Depth.EIGHT_BITS, seen, console);
        wrote(file);
    }

    private void wrote(OutputFile file) {
        say(file, file.isPiped() ? "Wrote the picture to standard output" : "Wrote " + file.path());
    }

    /** Says something where the picture does not go. */
    private void say(OutputFile file, String words) {
        PrintWriter told = file.isPiped() ? console.err() : console.out();
        told.println(words);
        told.flush();
    }

    private String resolved(Config<Experiment> config) {
        return writer.write((Record) config.value(), Experiment.class);
    }
}
