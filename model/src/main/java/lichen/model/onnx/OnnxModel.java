package lichen.model.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.FileStart;
import lichen.model.foreign.UnreadableException;
import onnx.Onnx;

/**
 * A file as it stands: nodes in the order of computation, and the tensors that are fixed.
 *
 * @param input what the network is given
 * @param nodes what is computed
 * @param tensors what is fixed, by name
 */
record OnnxModel(Onnx.ValueInfoProto input, List<OnnxNode> nodes, OnnxTensors tensors) {
    private static final long LARGEST = Integer.MAX_VALUE - 8;
    private static final int EARLIEST_OPSET = 7;
    private static final Set<String> OWN_DOMAINS = Set.of("", "ai.onnx");

    OnnxModel {
        nodes = List.copyOf(nodes);
    }

    /** Reads a file after a look at its first bytes. */
    static OnnxModel read(FileReference file) throws IOException, UnreadableException {
        FileStart start = FileStart.of(file);
        start.refusePickle();
        Onnx.ModelProto model;
        try {
            model = file.isBundled() || !file.isLasting() ? streamed(file) : mapped(Path.of(file.name()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableException(
                    "is not an ONNX file" + start.guess()
                            + ", or it ends early or is damaged; copy, download or export it again",
                    e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableException(
                    "is too large for the memory; give more of it (JAVA_OPTS=-Xmx8g), or export the features alone", e);
        }
        if (model.getGraph().getNodeCount() == 0) {
            throw new UnreadableException("is not an ONNX file" + start.guess() + ": no node can be found in it");
        }
        checkVersion(model);
        return of(model.getGraph());
    }

    private static Onnx.ModelProto streamed(FileReference file) throws IOException {
        try (InputStream in = file.open()) {
            return Onnx.ModelProto.parseFrom(in);
        }
    }

    private static Onnx.ModelProto mapped(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            if (channel.size() > LARGEST) {
                throw new IOException("has " + channel.size() + " bytes, more than the format allows");
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return Onnx.ModelProto.parseFrom(bytes);
        }
    }

    private static void checkVersion(Onnx.ModelProto model) throws UnreadableException {
        if (model.getOpsetImportCount() == 0) {
            throw new UnreadableException("ends before its operator set; copy, download or export it again");
        }
        for (Onnx.OperatorSetIdProto set : model.getOpsetImportList()) {
            if (OWN_DOMAINS.contains(set.getDomain()) && set.getVersion() < EARLIEST_OPSET) {
                throw new UnreadableException("uses the operator set " + set.getVersion() + ", but those from "
                        + EARLIEST_OPSET + " on can be read; export it again with opset_version=17");
            }
        }
    }

    private static OnnxModel of(Onnx.GraphProto graph) throws UnreadableException {
        Map<String, Onnx.TensorProto> fixed = new HashMap<>();
        for (Onnx.TensorProto tensor : graph.getInitializerList()) {
            if (tensor.getDataLocation() == Onnx.TensorProto.DataLocation.EXTERNAL) {
                throw new UnreadableException(
                        "keeps its weights in another file, which could change without notice; put all into"
                                + " one with onnx.save(onnx.load(\"network.onnx\"), \"whole.onnx\"), or export with"
                                + " external_data=False");
            }
            fixed.put(tensor.getName(), tensor);
        }
        List<Onnx.ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(value -> !fixed.containsKey(value.getName()))
                .toList();
        if (inputs.size() != 1) {
            throw new UnreadableException("has " + inputs.size() + " inputs, "
                    + inputs.stream().map(Onnx.ValueInfoProto::getName).toList()
                    + "; only networks of a single image can be read");
        }
        OnnxTensors tensors = new OnnxTensors(fixed);
        List<OnnxNode> nodes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Onnx.NodeProto proto : graph.getNodeList()) {
            boolean isNamed = !proto.getName().isEmpty() && names.add(proto.getName());
            OnnxNode node = OnnxNode.of(proto, isNamed);
            if (!tensors.define(node)) {
                nodes.add(node);
            }
        }
        return new OnnxModel(inputs.get(0), nodes, tensors);
    }
}
