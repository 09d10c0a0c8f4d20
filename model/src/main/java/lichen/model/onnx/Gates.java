package lichen.model.onnx;

import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Multiply;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;

/** Functions of each number that are a ReLU with a maximum, of the number or of its scale and shift. */
final class Gates {
    private static final float HARD_SLOPE = 0.2f;
    private static final float HARD_SHIFT = 0.5f;
    private static final float SWISH_SLOPE = 1f / 6;

    private Gates() {}

    /** min(max(x, 0), maximum). */
    static NodeKind.Step clip(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        float least = bound(node, tensors, 1, "min", Float.NEGATIVE_INFINITY);
        float most = bound(node, tensors, 2, "max", Float.POSITIVE_INFINITY);
        if (least != 0 || !(most > 0)) {
            throw new UnreadableException("Clip from " + least + " to " + most);
        }
        Relu relu = most == Float.MAX_VALUE ? new Relu() : new Relu(most);
        return place -> place.become(relu);
    }

    /** A setting to earlier versions, an input to later ones. */
    private static float bound(OnnxNode node, OnnxTensors tensors, int input, String key, float fallback)
            throws UnreadableException {
        if (node.input(input).isPresent()) {
            return tensors.floats(NodeKinds.fixed(node, tensors, input)).values()[0];
        }
        return node.has(key) ? node.number(key, fallback) : fallback;
    }

    /** min(max(alpha x + beta, 0), 1). */
    static NodeKind.Step hardSigmoid(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        float slope = node.number("alpha", HARD_SLOPE);
        float shift = node.number("beta", HARD_SHIFT);
        return place -> place.become("line", ScaleShift.ofAll(place.channels(), slope, shift), new Relu(1));
    }

    /** x min(max(x / 6 + 1/2, 0), 1). */
    static NodeKind.Step hardSwish(OnnxNode node, OnnxTensors tensors) {
        return place -> {
            String line =
                    place.step("line", ScaleShift.ofAll(place.channels(), SWISH_SLOPE, HARD_SHIFT), place.input());
            String gate = place.step("gate", new Relu(1), line);
            place.end(new Multiply(), place.input(), gate);
        };
    }
}
