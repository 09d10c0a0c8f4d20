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

/** Files of networks of all kinds, told apart by what is in them. */
public final class NetworkFiles {
    private static final String ABOUT = "about.json";
    private static final int LONGEST = 1 << 26;

    private NetworkFiles() {}

    /**
     * Reads a network, whatever program wrote it, for images as they are.
     *
     * @param architecture which network it is, for a file of weights alone of Keras
     * @throws NetworkFileException if it is damaged, of no kind that can be read, or holds what cannot
     * @throws IOException if the file cannot be read
     */
    public static ForeignNetwork read(FileReference file, Optional<KerasArchitecture> architecture) throws IOException {
        FileStart start = FileStart.of(file);
        try {
            start.refusePickle();
            if (start.isZip() && holds(file, ABOUT)) {
                return ofLichen(file);
            }
            if (start.isZip() && holds(file, Dl4jImporter.CONFIGURATION)) {
                return Dl4jImporter.network(file, InputScaling.UNIT, false);
            }
        } catch (UnreadableException e) {
            throw new NetworkFileException(file, e.reason(), e);
        }
        if (start.isZip() || start.isHdf5()) {
            return KerasImporter.network(file, architecture, InputScaling.UNIT, false);
        }
        return start.isSafetensors()
                ? VggImporter.network(file, InputScaling.UNIT, false)
                : OnnxImporter.network(file, InputScaling.UNIT, false);
    }

    private static boolean holds(FileReference zip, String entry) throws IOException, UnreadableException {
        return ZipParts.read(zip, Map.of(entry, LONGEST)).part(entry).isPresent();
    }

    private static ForeignNetwork ofLichen(FileReference file) throws IOException, UnreadableException {
        Graph graph = WeightsFile.read(file).graph();
        if (!graph.inputs().equals(List.of(Input.IMAGE))) {
            throw new UnreadableException(
                    "is given " + graph.inputs().stream().map(Input::name).toList()
                            + " and not an image, as generators are; make images by it with lichen sample");
        }
        return new ForeignNetwork("Lichen", graph, List.of());
    }
}
