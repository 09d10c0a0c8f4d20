package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.core.feature.Layer;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.keras.KerasArchitecture;
import lichen.model.program.CompiledNetwork;
import lichen.model.spec.NetworkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen network}: what a file of a network holds. Loads no native code, unless it is to write another. */
@Command(
        name = "network",
        description = {
            "Says what the file of a network holds: layers, what they see, what they cost;",
            "and writes it for Deeplearning4j."
        })
public final class NetworkCommand implements Callable<Integer> {
    private static final String BUNDLED = "bundled:";
    private static final double SIDE = 256;
    private static final double GIGA = 1e9;

    @Parameters(
            paramLabel = "<file>",
            description = "A file of Keras, ONNX, safetensors (VGG), Deeplearning4j or Lichen, or bundled:<name>.")
    private String file = "";

    @Option(
            names = "--architecture",
            paramLabel = "vgg19",
            description = "Which network a file of weights alone is: ${COMPLETION-CANDIDATES}.")
    private Optional<KerasArchitecture> architecture = Optional.empty();

    @Option(
            names = "--pixels",
            paramLabel = "imagenet-bgr",
            converter = PixelsConverter.class,
            completionCandidates = PixelsConverter.Names.class,
            description = {
                "What the network expects of them: ${COMPLETION-CANDIDATES} (default: unit).",
                "What is written takes RGB in [0,1], and brings it there by itself."
            })
    private InputScaling pixels = InputScaling.UNIT;

    @Mixin
    private NetworkExport export = new NetworkExport();

    private final Console console;

    @Inject
    NetworkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FileReference reference = file.startsWith(BUNDLED) ? new FileReference(file) : FileReference.to(Path.of(file));
        export.require(reference);
        ForeignNetwork network = NetworkFiles.read(reference, architecture, pixels);
        List<Layer> layers = CompiledNetwork.of(network.graph()).architecture().layers();
        console.out().println(file + ": a network of " + network.format());
        network.notes().forEach(note -> console.out().println("  " + note));
        console.out().println("  " + pixels(reference));
        console.out().println();
        print(layers);
        console.out().println();
        double all = layers.stream().mapToDouble(Layer::multiplyAdds).sum();
        console.out()
                .printf(
                        Locale.ROOT,
                        "%d layers, %.0f multiply-adds a pixel: %.2f GFLOP for 256 x 256, one way%n",
                        layers.size() - 1,
                        all,
                        2 * all * SIDE * SIDE / GIGA);
        export.write(network.graph(), console);
        return ExitCode.DONE;
    }

    /** What an experiment would take for the pixels that the network was trained on. */
    private String pixels(FileReference reference) throws IOException {
        return NetworkFiles.usualPixels(reference, architecture)
                .map(usual -> "is taken to expect pixels as \""
                        + PixelsConverter.name(usual)
                        + "\", unless \"scaling\" says otherwise")
                .orElse("does not tell what pixels it expects: \"scaling\" must be given");
    }

    /** A row for each. */
    private void print(List<Layer> layers) {
        int width =
                layers.stream().mapToInt(layer -> layer.name().length()).max().orElse(0);
        String row = "%-" + Math.max(width, "layer".length()) + "s  %-13s  %8s  %6s  %9s  %s%n";
        console.out().printf(Locale.ROOT, row, "layer", "kind", "channels", "stride", "sees", "multiply-adds a pixel");
        for (Layer layer : layers) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            row,
                            layer.name(),
                            layer.kind().name().toLowerCase(Locale.ROOT),
                            layer.channels(),
                            layer.stride(),
                            layer.receptiveField() + "x" + layer.receptiveField(),
                            String.format(Locale.ROOT, "%.0f", layer.multiplyAdds()));
        }
    }
}
