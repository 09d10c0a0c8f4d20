package lichen.model.spec;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.model.deeplearning4j.Dl4jImporter;
import lichen.model.foreign.FileStart;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.foreign.UnreadableException;
import lichen.model.foreign.ZipParts;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.keras.KerasArchitecture;
import lichen.model.keras.KerasImporter;
import lichen.model.onnx.OnnxImporter;
import lichen.model.safetensors.VggImporter;
import lichen.model.weights.NetworkFileException;
import lichen.model.weights.WeightsFile;

/** The kinds of files that hold a network, told apart by what is in them. */
enum NetworkFormat {
    /** Lichen's own: its networks take images as they are. */
    LICHEN(InputScaling.UNIT),
    /** Zips of Deeplearning4j, which do not tell the pixels. */
    DEEPLEARNING4J,
    /** Keras, which does not tell them either. */
    KERAS,
    /** Networks of torchvision. */
    SAFETENSORS(InputScaling.IMAGENET_RGB),
    /** What PyTorch exports: mostly networks of torchvision. */
    ONNX(InputScaling.IMAGENET_RGB);

    private static final String ABOUT = "about.json";
    private static final int LONGEST = 1 << 26;

    private final Optional<InputScaling> pixels;

    NetworkFormat() {
        pixels = Optional.empty();
    }

    NetworkFormat(InputScaling pixels) {
        this.pixels = Optional.of(pixels);
    }

    /**
     * Looks at a file.
     *
     * @throws NetworkFileException if it is a pickle, which is never read
     */
    static NetworkFormat of(FileReference file) throws IOException {
        FileStart start = FileStart.of(file);
        try {
            start.refusePickle();
            if (start.isZip() && holds(file, ABOUT)) {
                return LICHEN;
            }
            if (start.isZip() && holds(file, Dl4jImporter.CONFIGURATION)) {
                return DEEPLEARNING4J;
            }
        } catch (UnreadableException e) {
            throw new NetworkFileException(file, e.reason(), e);
        }
        if (start.isZip() || start.isHdf5()) {
            return KERAS;
        }
        return start.isSafetensors() ? SAFETENSORS : ONNX;
    }

    private static boolean holds(FileReference zip, String entry) throws IOException, UnreadableException {
        return ZipParts.read(zip, Map.of(entry, LONGEST)).part(entry).isPresent();
    }

    /** What networks of such files mostly expect of the pixels; empty if that cannot be known. */
    Optional<InputScaling> pixels() {
        return pixels;
    }

    /** Whether the layers of a VGG have names of their own there. */
    boolean namesLayersAnyhow() {
        return this == ONNX || this == DEEPLEARNING4J;
    }

    /**
     * Reads a network.
     *
     * @param architecture which network it is, for a file of weights alone of Keras
     * @param scaling what the network expects of the pixels; of no meaning to Lichen's own
     * @param averagePooling whether every pooling takes the mean; neither has that
     */
    ForeignNetwork read(
            FileReference file, Optional<KerasArchitecture> architecture, InputScaling scaling, boolean averagePooling)
            throws IOException {
        return switch (this) {
            case LICHEN -> ofLichen(file);
            case DEEPLEARNING4J -> Dl4jImporter.network(file, scaling, averagePooling);
            case KERAS -> KerasImporter.network(file, architecture, scaling, averagePooling);
            case SAFETENSORS -> VggImporter.network(file, scaling, averagePooling);
            case ONNX -> OnnxImporter.network(file, scaling, averagePooling);
        };
    }

    private static ForeignNetwork ofLichen(FileReference file) throws IOException {
        Graph graph = WeightsFile.read(file).graph();
        if (!graph.inputs().equals(List.of(Input.IMAGE))) {
            String given = graph.inputs().stream().map(Input::name).toList().toString();
            UnreadableException refusal = new UnreadableException(
                    "is given " + given + " and not an image, as generators are; make images by it with lichen sample");
            throw new NetworkFileException(file, refusal.reason(), refusal);
        }
        return new ForeignNetwork("Lichen", graph, List.of());
    }
}
