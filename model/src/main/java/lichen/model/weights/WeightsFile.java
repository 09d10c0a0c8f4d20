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
import lichen.model.graph.Soundness;

/**
 * A network with its weights as a file: an {@code .npz} whose {@code about.json} describes the nodes. The module's README
 * gives the format. The same contents give the same bytes.
 *
 * @param graph the network
 * @param metadata free texts about it, such as the loss it was trained to
 */
public record WeightsFile(Graph graph, Map<String, String> metadata) {

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
            node.operation().numbers().forEach((name, array) -> arrays.putIfAbsent(node.number(name), array));
        }
        new Npz(arrays, About.write(graph, new TreeMap<>(metadata))).write(out);
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
            WeightsFile read = About.parse(npz.about(), npz.arrays());
            List<String> problems = Soundness.problems(read.graph());
            if (!problems.isEmpty()) {
                throw new FormatException("layer " + problems.get(0) + "; write the file again");
            }
            return read;
        } catch (FormatException e) {
            throw new NetworkFileException(file, e.reason(), e);
        }
    }

    private static Npz unzip(FileReference file) throws IOException {
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
