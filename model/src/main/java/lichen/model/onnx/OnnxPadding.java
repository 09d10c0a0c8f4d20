package lichen.model.onnx;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Extend;

/** Pad: margins of zeros, mirrored or going round, in rows and columns. */
final class OnnxPadding implements NodeKind {
    private static final int LARGEST = 1024;
    private static final int ENDS = 8;
    private static final long[] ROWS_AND_COLUMNS = {2, 3};

    @Override
    public Step read(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        Extension.Kind kind = switch (node.word("mode", "constant")) {
            case "constant" -> Extension.Kind.ZERO;
            case "reflect" -> Extension.Kind.REFLECT;
            case "wrap" -> Extension.Kind.CIRCULAR;
            default -> throw node.refusal("mode", node.word("mode", ""));
        };
        requireZero(node, tensors, kind);
        Extend extend = new Extend(kind, margins(node, pads(node, tensors)));
        return extend.margins().isEmpty() ? place -> place.pass() : place -> place.become(extend);
    }

    private static void requireZero(OnnxNode node, OnnxTensors tensors, Extension.Kind kind)
            throws UnreadableException {
        boolean given = node.input(2).isPresent();
        float value = given ? tensors.floats(NodeKinds.fixed(node, tensors, 2)).values()[0] : node.number("value", 0);
        if (kind == Extension.Kind.ZERO && value != 0) {
            throw node.refusal("the value", value);
        }
    }

    /** How much is added before each axis and then after each, {@code [N,C,H,W]}. */
    private static long[] pads(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        if (node.has("pads")) {
            return Arrays.stream(node.wholes("pads", ENDS, 0)).asLongStream().toArray();
        }
        if (node.input(1).isEmpty() || !tensors.has(node.inputs().get(1))) {
            throw new UnreadableException("Pad with margins that are computed");
        }
        long[] pads = tensors.wholes(node.inputs().get(1));
        Optional<String> axes = node.input(3);
        if (axes.isEmpty()) {
            return pads;
        }
        if (pads.length != 2 * ROWS_AND_COLUMNS.length
                || !Arrays.equals(tensors.wholes(NodeKinds.fixed(node, tensors, 3)), ROWS_AND_COLUMNS)) {
            throw new UnreadableException("Pad with axes other than 2 and 3");
        }
        return new long[] {0, 0, pads[0], pads[1], 0, 0, pads[2], pads[3]};
    }

    private static Margins margins(OnnxNode node, long[] pads) throws UnreadableException {
        boolean fits = pads.length == ENDS && pads[0] == 0 && pads[1] == 0 && pads[4] == 0 && pads[5] == 0;
        if (!fits || LongStream.of(pads).anyMatch(pad -> pad < 0 || pad > LARGEST)) {
            throw node.refusal("pads", Arrays.toString(pads));
        }
        return new Margins((int) pads[2], (int) pads[6], (int) pads[3], (int) pads[7]);
    }
}
