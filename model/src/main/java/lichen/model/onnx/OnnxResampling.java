package lichen.model.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Upsample;
import onnx.Onnx;

/** Resize and Upsample, where each pixel becomes a square of pixels. */
final class OnnxResampling {
    private static final int AXES = 4;
    private static final int LARGEST = 64;

    private OnnxResampling() {}

    /** Of operator sets 7 and 9. */
    static NodeKind.Step upsample(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        requireNearest(node);
        if (node.input(1).isPresent()) {
            return by(node, tensors.floats(NodeKinds.fixed(node, tensors, 1)).values());
        }
        Onnx.AttributeProto scales = node.attributes().get("scales");
        List<Float> found = scales == null ? List.of() : scales.getFloatsList();
        float[] numbers = new float[found.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = found.get(i);
        }
        return by(node, numbers);
    }

    /** Of operator sets from 10 on: the scales are the second input, and from 11 on the third. */
    static NodeKind.Step resize(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        requireNearest(node);
        String how = node.word("coordinate_transformation_mode", "half_pixel");
        String rounding = node.word("nearest_mode", "round_prefer_floor");
        boolean early = node.inputs().size() == 2;
        boolean repeats = early
                || how.equals("asymmetric") && rounding.equals("floor")
                || how.equals("half_pixel") && rounding.startsWith("round_prefer_");
        if (!repeats) {
            throw new UnreadableException("Resize with " + how + " and " + rounding);
        }
        Optional<String> scales = node.input(early ? 1 : 2).filter(tensors::has);
        if (scales.isEmpty()) {
            throw new UnreadableException("Resize to sizes in place of scales");
        }
        return by(node, tensors.floats(scales.get()).values());
    }

    private static void requireNearest(OnnxNode node) throws UnreadableException {
        String mode = node.word("mode", "nearest");
        if (!mode.equals("nearest")) {
            throw node.refusal("mode", mode);
        }
    }

    private static NodeKind.Step by(OnnxNode node, float... scales) throws UnreadableException {
        boolean whole = scales.length == AXES
                && scales[0] == 1
                && scales[1] == 1
                && scales[2] == scales[3]
                && scales[2] == Math.rint(scales[2])
                && scales[2] >= 1
                && scales[2] <= LARGEST;
        if (!whole) {
            throw node.refusal("scales", Arrays.toString(scales));
        }
        int factor = (int) scales[2];
        return place -> place.become(new Upsample(factor));
    }
}
