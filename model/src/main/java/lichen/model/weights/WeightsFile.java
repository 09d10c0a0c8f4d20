package lichen.model.weights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;
import lichen.core.plugin.FileReference;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.graph.Operation.Convolve;
import lichen.model.graph.Operation.ConvolveDepthwise;
import lichen.model.graph.Operation.ScaleShift;
import lichen.model.graph.Soundness;

/**
 * A network with its weights as a file: an {@code .npz} whose {@code about.json} describes the nodes. The module's README
 * gives the format. The same contents give the same bytes.
 *
 * @param graph the network
 * @param metadata free texts about it, such as the loss it was trained to
 */
public record WeightsFile(Graph graph, Map<String, String> metadata) {
    static final String WEIGHTS = "/weights";
    static final String BIAS = "/bias";
    static final String SCALE = "/scale";
    static final String SHIFT = "/shift";

    private static final int LONGEST = 1 << 30;
    private static final int END_OF_ZIP = 22;

    /** Copies the metadata. */
    public WeightsFile {
        metadata = Map.copyOf(metadata);
    }

    /** Writes the file; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            if (node.operation() instanceof Convolve convolve) {
                arrays.put(node.name() + WEIGHTS, convolve.weights());
                arrays.put(node.name() + BIAS, convolve.bias());
            } else if (node.operation() instanceof ConvolveDepthwise convolve) {
                arrays.put(node.name() + WEIGHTS, convolve.weights());
                arrays.put(node.name() + BIAS, convolve.bias());
            } else if (node.operation() instanceof ScaleShift affine) {
                arrays.put(node.name() + SCALE, NdArray.of(affine.scale(), affine.scale().length));
                arrays.put(node.name() + SHIFT, NdArray.of(affine.shift(), affine.shift().length));
            }
        }
        new Npz(arrays, Description.of(graph, new TreeMap<>(metadata)).toJson()).write(out);
    }

    /**
     * Reads a file.
     *
     * @throws NetworkFileException if it is damaged, of another version, or does not fit together
     * @throws IOException if it cannot be read
     */
    public static WeightsFile read(FileReference file) throws IOException {
        try {
            Npz npz = unzip(file);
            Description description = Description.parse(npz.about());
            Graph graph = new GraphReader(npz.arrays()).read(description.nodes());
            List<String> problems = Soundness.problems(graph);
            if (!problems.isEmpty()) {
                throw new FormatException("layer " + problems.get(0) + "; write the file again");
            }
            return new WeightsFile(graph, description.metadata());
        } catch (FormatException e) {
            throw new NetworkFileException(file, e.reason(), e);
        }
    }

    private static Npz unzip(FileReference file) throws IOException, FormatException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(LONGEST);
        }
        if (bytes.length == LONGEST) {
            throw new FormatException(
                    "is larger than " + LONGEST + " bytes, the most that can be read; name another file");
        }
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            throw new FormatException(
                    "is not a network file of Lichen, which is a zip (.npz); for a Keras file (.h5) choose"
                            + " the network type \"keras\"");
        }
        int end = bytes.length - END_OF_ZIP;
        if (end < 0 || bytes[end] != 'P' || bytes[end + 1] != 'K' || bytes[end + 2] != 5 || bytes[end + 3] != 6) {
            throw new FormatException("ends early, after " + bytes.length + " bytes; copy or write it again");
        }
        try {
            return Npz.read(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw new FormatException("is damaged: " + e.getMessage() + "; copy or write it again", e);
        }
    }
}
