package lichen.model.deeplearning4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.HostMemory;
import lichen.model.foreign.FileStart;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.GraphAssembly;
import lichen.model.foreign.ImportNotes;
import lichen.model.foreign.InputScaling;
import lichen.model.foreign.UnreadableException;
import lichen.model.foreign.UnsupportedLayers;
import lichen.model.foreign.ZipParts;
import lichen.model.weights.NetworkFileException;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Reads a network of Deeplearning4j: a zip, or an object. */
public final class Dl4jImporter {
    /** The entry that tells the layers. */
    public static final String CONFIGURATION = "configuration.json";

    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String FORMAT = "Deeplearning4j";
    private static final int LONGEST_CONFIGURATION = 1 << 26;
    private static final int MOST_COEFFICIENTS = 1 << 30;

    private Dl4jImporter() {}

    /**
     * Reads the layers that act on images, and their weights; of a zip, the two entries that tell them and no other. Layers that do
     * nothing in inference are passed over; the head of a classifier is left away, and a note says so.
     *
     * @param file the file, written by {@code ModelSerializer.writeModel}
     * @param scaling what the network expects of the pixels; the graph itself takes RGB in [0,1]
     * @param averagePooling whether every pooling takes the mean
     * @throws NetworkFileException if the file is damaged or no such network, or has unsupported layers: all are named
     * @throws IOException if the file cannot be read
     */
    public static ForeignNetwork network(FileReference file, InputScaling scaling, boolean averagePooling)
            throws IOException {
        try {
            FileStart start = FileStart.of(file);
            start.refusePickle();
            if (!start.isZip()) {
                throw new UnreadableException("is not a zip of Deeplearning4j" + start.guess());
            }
            ZipParts zip =
                    ZipParts.read(file, Map.of(CONFIGURATION, LONGEST_CONFIGURATION, COEFFICIENTS, MOST_COEFFICIENTS));
            Optional<byte[]> json = zip.part(CONFIGURATION);
            if (json.isEmpty()) {
                throw new UnreadableException("is a zip, but holds no " + CONFIGURATION
                        + " as those of Deeplearning4j do; save the network with"
                        + " ModelSerializer.writeModel(network, file, false)");
            }
            Optional<byte[]> numbers = zip.part(COEFFICIENTS);
            return network(
                    new String(json.get(), StandardCharsets.UTF_8),
                    numbers.isPresent() ? CoefficientsFile.read(numbers.get()) : new CoefficientsFile(),
                    scaling,
                    averagePooling);
        } catch (UnreadableException e) {
            throw new NetworkFileException(file, e.reason(), e);
        }
    }

    /**
     * A network that a program holds.
     *
     * @throws UnreadableException if it has unsupported layers: all are named
     */
    public static ForeignNetwork network(MultiLayerNetwork network, InputScaling scaling) throws UnreadableException {
        return network(network.getLayerWiseConfigurations().toJson(), coefficients(network), scaling, false);
    }

    /** As {@link #network(MultiLayerNetwork, InputScaling)}. */
    public static ForeignNetwork network(ComputationGraph network, InputScaling scaling) throws UnreadableException {
        return network(network.getConfiguration().toJson(), coefficients(network), scaling, false);
    }

    private static CoefficientsFile coefficients(Model network) {
        return network.numParams() == 0
                ? new CoefficientsFile()
                : new CoefficientsFile(HostMemory.toFloats(network.params().dup('c')));
    }

    private static ForeignNetwork network(
            String json, CoefficientsFile coefficients, InputScaling scaling, boolean averagePooling)
            throws UnreadableException {
        Dl4jModel model = Dl4jModel.parse(json);
        List<Optional<Dl4jKind.Step>> steps = steps(model.layers(), averagePooling);
        GraphAssembly assembly = new GraphAssembly(scaling, model.channels());
        assembly.input(model.input());
        List<String> head = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Dl4jLayer layer = model.layers().get(i);
            if (steps.get(i).isPresent()) {
                steps.get(i).get().add(assembly.place(layer.name(), layer.name(), layer.inputs()), coefficients);
            } else {
                Dl4jParts.skip(layer, coefficients);
                head.add(layer.name());
            }
        }
        coefficients.requireEnd();
        return new ForeignNetwork(FORMAT, assembly.graph(), ImportNotes.of(head, assembly));
    }

    /** What each layer becomes; empty for those of the head. */
    private static List<Optional<Dl4jKind.Step>> steps(List<Dl4jLayer> layers, boolean averagePooling)
            throws UnreadableException {
        Dl4jKinds kinds = new Dl4jKinds(averagePooling);
        Dl4jParts parts = new Dl4jParts();
        UnsupportedLayers unsupported = new UnsupportedLayers();
        List<Optional<Dl4jKind.Step>> steps = new ArrayList<>();
        for (Dl4jLayer layer : layers) {
            if (parts.isHead(layer)) {
                steps.add(Optional.empty());
                continue;
            }
            try {
                steps.add(Optional.of(kinds.read(layer)));
            } catch (UnreadableException e) {
                unsupported.add(e.reason(), layer.name());
            }
        }
        unsupported.check(kinds.names(), "save a network of the layers before them");
        return steps;
    }
}
