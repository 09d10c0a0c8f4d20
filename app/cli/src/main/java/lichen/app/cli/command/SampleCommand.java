package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.ImageCodec;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen sample}: images of a generator that is trained, each in one pass. */
@Command(name = "sample", description = "Makes new images by a trained generator, each in one pass; they tile.")
public final class SampleCommand implements Callable<Integer> {
    private static final String ENDING = ".png";
    private static final int MOST = 10_000;
    private static final Size USUAL = new Size(256, 256);

    @Parameters(
            paramLabel = "<weights>",
            description = "What the training of a generator leaves, runs/<name>/weights.npz, or bundled:<name>.")
    private String weights = "";

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "Extents of an image (default: 256x256, or those of the content).")
    private Optional<Size> size = Optional.empty();

    @Option(names = "--count", paramLabel = "n", description = "How many images to make (default: 1).")
    private int count = 1;

    @Option(names = "--seed", paramLabel = "n", description = "The seed of all random numbers (default: 1).")
    private long seed = 1;

    @Option(
            names = "-o",
            paramLabel = "<out.png>",
            description = "The file to write (default: <weights>-sample.png); of several, out-1.png, out-2.png, ...")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--force", description = "Replace files that are there.")
    private boolean force;

    @Mixin
    private SampleInputs inputs = new SampleInputs();

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ImageCodec images;
    private final Console console;

    @Inject
    SampleCommand(ImageCodec images, Console console) {
        this.images = images;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > MOST) {
            throw new InputException("--count: must be from 1 to " + MOST + ", but is " + count);
        }
        FileReference file = file();
        Generator generator = Generator.read(file);
        Size made =
                size.isPresent() ? size.get() : inputs.size(generator, images).orElse(USUAL);
        try {
            generator.requireSize(made);
            List<OutputFile> files = files(file);
            backend.start(BackendChoice.AUTO);
            write(generator, made, inputs.giving(generator, file, made, images, seed), files);
        } catch (InvalidValueException e) {
            throw new InputException(
                    "--size " + made.width() + "x" + made.height() + ": " + e.name() + " " + e.reason());
        }
        return ExitCode.DONE;
    }

    private FileReference file() {
        try {
            FileReference named = new FileReference(weights);
            return named.isBundled() ? named : FileReference.to(Path.of(weights));
        } catch (InvalidPathException | InvalidValueException e) {
            throw new InputException("\"" + weights + "\" is no name of a file; name the weights of a generator");
        }
    }

    /** All files are checked before the first is written. */
    private List<OutputFile> files(FileReference file) throws IOException {
        String last = file.name().substring(file.name().lastIndexOf(':') + 1);
        Path first = output.orElseGet(() -> Path.of(OutputFile.stem(Path.of(last)) + "-sample" + ENDING));
        List<OutputFile> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            files.add(OutputFile.require(count == 1 ? first : numbered(first, i), List.of(), force));
        }
        return files;
    }

    private Path numbered(Path path, int number) {
        int digits = Integer.toString(count).length();
        String name = String.format(Locale.ROOT, "%s-%0" + digits + "d", OutputFile.stem(path), number);
        String whole = String.valueOf(path.getFileName());
        return path.resolveSibling(name + whole.substring(OutputFile.stem(path).length()));
    }

    private void write(Generator generator, Size made, SampleInputs.Giving giving, List<OutputFile> files)
            throws IOException {
        RandomStreams streams = Generation.samples(seed);
        try (TensorScope scope = new TensorScope()) {
            SampleWriter writer = SampleWriter.of(generator, made, giving, images, scope);
            for (int i = 0; i < files.size(); i++) {
                writer.write(streams, i, files.get(i).path());
                console.out().println("Wrote " + files.get(i).path());
                console.out().flush();
            }
        }
    }
}
