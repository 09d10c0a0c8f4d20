package lichen.app.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.InputScaling;
import picocli.CommandLine.Option;

/** A file of trained weights, and what its network expects of the pixels. */
final class VggOptions {
    private static final String FILE = "--vgg";
    static final String PIXELS = "--vgg-pixels";

    @Option(
            names = FILE,
            paramLabel = "<file>",
            description = "Go by VGG-19, from this file of Keras, ONNX, safetensors or Deeplearning4j.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = PIXELS,
            paramLabel = "imagenet-bgr",
            converter = PixelsConverter.class,
            completionCandidates = PixelsConverter.Names.class,
            description = {
                "What its network expects of them: ${COMPLETION-CANDIDATES}",
                "(default: what is known of VGG in such files)."
            })
    private Optional<InputScaling> pixels = Optional.empty();

    /**
     * The file.
     *
     * @throws InputException if there is none, or pixels are said of none
     */
    Optional<FileReference> file() {
        if (file.isEmpty() && pixels.isPresent()) {
            throw new InputException(PIXELS + ": must go with the file of a network, " + FILE + " <file>");
        }
        file.filter(path -> !Files.isRegularFile(path)).ifPresent(path -> {
            throw new InputException(FILE + " " + path + ": no such file");
        });
        return file.map(FileReference::to);
    }

    /** What was said of the pixels. */
    Optional<InputScaling> pixels() {
        return pixels;
    }

    /** What they change in an experiment that looks through such a network: values by the ways to them. */
    Map<String, Object> changes() {
        Map<String, Object> changes = new LinkedHashMap<>();
        file().ifPresent(of -> changes.put("network.weights", of.name()));
        pixels.ifPresent(of -> changes.put("network.scaling", of));
        return changes;
    }

    /** The option that a key of the network comes from, for messages. */
    static String optionOf(String path) {
        return path.endsWith(".scaling") ? PIXELS : FILE;
    }
}
