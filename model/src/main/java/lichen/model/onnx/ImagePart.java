package lichen.model.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.core.image.Image;
import lichen.model.foreign.UnreadableException;
import onnx.Onnx;

/**
 * The nodes that put out images, and the head that does not: what a classifier ends in, and what is computed of shapes.
 *
 * @param channels how many channels the network expects of the image
 * @param nodes the nodes that put out images, in order
 * @param head the others
 */
record ImagePart(int channels, List<OnnxNode> nodes, List<OnnxNode> head) {
    private static final Set<String> HEADS = Set.of(
            "ArgMax",
            "Flatten",
            "Gemm",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "LogSoftmax",
            "MatMul",
            "ReduceL2",
            "ReduceMax",
            "ReduceMean",
            "ReduceSum",
            "Reshape",
            "Shape",
            "Softmax",
            "Squeeze",
            "Transpose");

    private static final int AXES = 4;
    private static final List<Long> CHANNELS_TO_THE_FRONT = List.of(0L, 3L, 1L, 2L);

    ImagePart {
        nodes = List.copyOf(nodes);
        head = List.copyOf(head);
    }

    /** Cuts off the head. What follows it must belong to it. */
    static ImagePart of(OnnxModel model) throws UnreadableException {
        List<OnnxNode> nodes = new ArrayList<>();
        List<OnnxNode> head = new ArrayList<>();
        String input = model.input().getName();
        boolean channelsLast = isChannelsLast(model);
        Set<String> images = new HashSet<>(Set.of(input));
        Set<String> others = new HashSet<>();
        for (OnnxNode node : model.nodes()) {
            List<String> read = model.tensors().computed(node);
            requireKnown(node, read, images, others);
            boolean turns = channelsLast && read.equals(List.of(input));
            boolean starts = read.isEmpty() || HEADS.contains(node.type()) && !turns;
            boolean belongs = others.containsAll(read);
            if (!starts && !belongs && read.stream().anyMatch(others::contains)) {
                throw new UnreadableException(
                        "node " + node.name() + " (" + node.type() + ") puts an image together with what was"
                                + " computed of all of it or of its shape, which cannot be read; simplify the file (onnxsim in.onnx"
                                + " out.onnx), or export the layers before that node");
            }
            boolean isHead = starts || belongs;
            (isHead ? head : nodes).add(node);
            (isHead ? others : images).addAll(node.outputs());
        }
        return new ImagePart(channels(model, channelsLast), nodes, head);
    }

    private static void requireKnown(OnnxNode node, List<String> read, Set<String> images, Set<String> others)
            throws UnreadableException {
        Optional<String> unknown = read.stream()
                .filter(value -> !images.contains(value) && !others.contains(value))
                .findFirst();
        if (unknown.isPresent()) {
            throw new UnreadableException("node " + node.name() + " (" + node.type() + ") reads " + unknown.get()
                    + ", which nothing before it computes; export the network again");
        }
    }

    /** Whether all that the image goes into is what brings its channels to the front, as TensorFlow's exporter has it. */
    private static boolean isChannelsLast(OnnxModel model) {
        List<OnnxNode> readers = model.nodes().stream()
                .filter(node -> node.inputs().contains(model.input().getName()))
                .toList();
        return !readers.isEmpty() && readers.stream().allMatch(ImagePart::bringsChannelsToTheFront);
    }

    /** Whether a node passes on the image, whose channels were last in the file. */
    static boolean bringsChannelsToTheFront(OnnxNode node) {
        Onnx.AttributeProto order = node.attributes().get("perm");
        return node.type().equals("Transpose")
                && order != null
                && order.getIntsList().equals(CHANNELS_TO_THE_FRONT);
    }

    private static int channels(OnnxModel model, boolean channelsLast) throws UnreadableException {
        List<Onnx.TensorShapeProto.Dimension> shape =
                model.input().getType().getTensorType().getShape().getDimList();
        if (!shape.isEmpty() && shape.size() != AXES) {
            throw new UnreadableException("expects an input of " + shape.size()
                    + " axes; images have four, the batch, the channels, rows and columns");
        }
        long[] extents = shape.stream()
                .mapToLong(Onnx.TensorShapeProto.Dimension::getDimValue)
                .toArray();
        long told = shape.isEmpty() ? 0 : extents[channelsLast ? AXES - 1 : 1];
        if (told < 0 || told > 1 << 16) {
            throw new UnreadableException("expects images of the shape " + Arrays.toString(extents));
        }
        return told == 0 ? Image.CHANNELS : (int) told;
    }
}
