package lichen.model.onnx;

import java.util.Arrays;
import java.util.List;
import lichen.core.npy.NdArray;
import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Add;
import lichen.model.operation.Multiply;
import lichen.model.operation.ScaleShift;

/**
 * Add, Sub, Mul and Div: of two maps, or of a map and fixed numbers, one for all or one for each channel, which is a scale and a shift.
 *
 * @param operator which of the four
 */
record Arithmetic(String operator) implements NodeKind {
    static final List<String> OPERATORS = List.of("Add", "Sub", "Mul", "Div");

    private static final int FROM_CHANNELS = 3;

    @Override
    public Step read(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        if (node.inputs().size() != 2) {
            throw new UnreadableException(operator + " with " + node.inputs().size() + " inputs");
        }
        boolean first = tensors.has(node.inputs().get(0));
        boolean second = tensors.has(node.inputs().get(1));
        if (!first && !second) {
            return ofMaps();
        }
        if (first && operator.equals("Div")) {
            throw new UnreadableException("Div of a fixed number by a map");
        }
        float[] numbers = perChannel(node, tensors, node.inputs().get(first ? 0 : 1));
        return place -> place.become(scaleShift(place, numbers, first));
    }

    private Step ofMaps() throws UnreadableException {
        return switch (operator) {
            case "Add" -> place -> place.become(new Add());
            case "Mul" -> place -> place.become(new Multiply());
            default -> throw new UnreadableException(operator + " of two maps");
        };
    }

    private ScaleShift scaleShift(LayerPlace place, float[] numbers, boolean fixedFirst) {
        float[] scale = new float[numbers.length == 1 ? place.channels() : numbers.length];
        float[] shift = new float[scale.length];
        Arrays.fill(scale, operator.equals("Sub") && fixedFirst ? -1 : 1);
        for (int c = 0; c < scale.length; c++) {
            float number = numbers[numbers.length == 1 ? 0 : c];
            switch (operator) {
                case "Add" -> shift[c] = number;
                case "Sub" -> shift[c] = fixedFirst ? number : -number;
                case "Mul" -> scale[c] = number;
                default -> scale[c] = 1 / number;
            }
        }
        return new ScaleShift(scale, shift);
    }

    /** Fixed numbers, one for all or one for each channel: {@code [C,1,1]}, or {@code [1,C,1,1]}. */
    static float[] perChannel(OnnxNode node, OnnxTensors tensors, String name) throws UnreadableException {
        NdArray<float[]> numbers = tensors.floats(name);
        int[] shape = numbers.shape();
        int channels = shape.length < FROM_CHANNELS ? 1 : shape[shape.length - FROM_CHANNELS];
        if (numbers.values().length != channels) {
            throw new UnreadableException(node.type() + " with fixed numbers of the shape " + Arrays.toString(shape));
        }
        return numbers.values();
    }
}
