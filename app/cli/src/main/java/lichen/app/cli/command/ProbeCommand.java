package lichen.app.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Probe;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Workbench;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.image.Image;
import lichen.core.npy.Npy;
import lichen.io.file.AtomicFiles;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen probe}: an experiment's objective at an image, for people who write descriptors. */
@Command(name = "probe", description = "Prints the loss and the gradient's norm of an experiment at an image.")
public final class ProbeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "file",
            completionCandidates = ExperimentNames.class,
            description = "A config file, or the name of an experiment that comes along.")
    private String file = "";

    @Option(names = "--image", required = true, paramLabel = "Z", description = "The image to evaluate at.")
    private Path image = Path.of("");

    @Option(names = "--signature", paramLabel = "out.json", description = "Write the image's signature by layer.")
    private Optional<Path> signature = Optional.empty();

    @Option(names = "--gradient", paramLabel = "out.npy", description = "Write d loss / d pixel, float32 [H,W,3].")
    private Optional<Path> gradient = Optional.empty();

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ConfigFinder finder;
    private final ImageCodec images;
    private final Checkup checkup;
    private final Console console;

    @Inject
    ProbeCommand(ConfigFinder finder, ImageCodec images, Checkup checkup, Console console) {
        this.finder = finder;
        this.images = images;
        this.checkup = checkup;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Config<Experiment> config = finder.read(file, options);
        if (!(config.value() instanceof SynthesisExperiment experiment)) {
            throw new InputException(file + ": only experiments of the type synthesis have an objective to probe");
        }
        for (Path output : Stream.concat(signature.stream(), gradient.stream()).toList()) {
            AtomicFiles.requireWritable(output);
        }
        Workbench workbench = checkup.require(config);
        Image point = images.read(image);
        backend.start(experiment.backend());
        Probe probe = probe(point, experiment, workbench);
        console.out().printf(Locale.ROOT, "loss           %.9g%n", probe.loss());
        console.out().printf(Locale.ROOT, "gradient norm  %.9g%n", probe.gradientNorm());
        if (signature.isPresent()) {
            writeSignature(Probe.signature(point, experiment, workbench), signature.orElseThrow());
        }
        if (gradient.isPresent()) {
            AtomicFiles.write(gradient.orElseThrow(), out -> Npy.write(probe.gradient(), out));
        }
        return ExitCode.DONE;
    }

    private Probe probe(Image point, SynthesisExperiment experiment, Workbench workbench) throws IOException {
        try {
            return Probe.at(point, experiment, workbench);
        } catch (ImageTooSmallException e) {
            throw new InputException("--image " + image + ": " + e.reason());
        }
    }

    private void writeSignature(Map<String, float[]> numbers, Path path) throws IOException {
        if (numbers.isEmpty()) {
            throw new InputException(file + ": its objective matches no signature; leave out --signature");
        }
        AtomicFiles.writeText(path, new ObjectMapper().writeValueAsString(numbers) + "\n");
    }
}
