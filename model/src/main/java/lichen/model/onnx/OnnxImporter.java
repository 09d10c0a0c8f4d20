package lichen.model.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.GraphAssembly;
import lichen.model.foreign.ImportNotes;
import lichen.model.foreign.InputScaling;
import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.UnreadableException;
import lichen.model.foreign.UnsupportedLayers;
import lichen.model.weights.NetworkFileException;

/** Reads a network in the format ONNX. */
public final class OnnxImporter {
    private static final String WAY_OUT =
            "export the layers before them, as model.features[:n] in place of the model, or simplify the file (onnxsim)";

    private OnnxImporter() {}

    /**
     * Reads the nodes that act on images, and their weights. Nodes that do nothing in inference are passed over; the head of a
     * classifier is left away, and a note says so.
     *
     * @param file the file
     * @param scaling what the network expects of the pixels; the graph itself takes RGB in [0,1]
     * @param averagePooling whether every pooling takes the mean
     * @throws NetworkFileException if the file is damaged or no such network, or has unsupported nodes: all are named
     * @throws IOException if the file cannot be read
     */
    public static ForeignNetwork network(FileReference file, InputScaling scaling, boolean averagePooling)
            throws IOException {
        try {
            OnnxModel model = OnnxModel.read(file);
            ImagePart part = ImagePart.of(model);
            List<NodeKind.Step> steps = steps(part.nodes(), model.tensors(), averagePooling);
            GraphAssembly assembly = new GraphAssembly(scaling, part.channels());
            assembly.input(model.input().getName());
            for (int i = 0; i < steps.size(); i++) {
                OnnxNode node = part.nodes().get(i);
                steps.get(i)
                        .add(assembly.place(
                                node.name(), node.output(), model.tensors().computed(node)));
            }
            List<String> head = part.head().stream().map(OnnxNode::name).toList();
            return new ForeignNetwork("ONNX", assembly.graph(), ImportNotes.of(head, assembly));
        } catch (UnreadableException e) {
            throw new NetworkFileException(file, e.reason(), e);
        }
    }

    private static List<NodeKind.Step> steps(List<OnnxNode> nodes, OnnxTensors tensors, boolean averagePooling)
            throws UnreadableException {
        NodeKinds kinds = new NodeKinds(averagePooling);
        List<NodeKind.Step> steps = new ArrayList<>();
        UnsupportedLayers unsupported = new UnsupportedLayers();
        for (OnnxNode node : nodes) {
            try {
                steps.add(ImagePart.bringsChannelsToTheFront(node) ? LayerPlace::pass : kinds.read(node, tensors));
            } catch (UnreadableException e) {
                unsupported.add(e.reason(), node.name());
            }
        }
        unsupported.check(kinds.names(), WAY_OUT);
        return steps;
    }
}
