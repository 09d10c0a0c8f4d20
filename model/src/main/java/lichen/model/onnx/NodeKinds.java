package lichen.model.onnx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.LeakySlopes;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.InstanceNormalize;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Tanh;

/** The operators that can be read. */
final class NodeKinds {
    private static final double EPSILON = 1e-5;
    private static final float USUAL_SLOPE = 0.01f;

    private final Map<String, NodeKind> kinds = new HashMap<>();

    /**
     * All kinds.
     *
     * @param averagePooling whether every pooling takes the mean
     */
    NodeKinds(boolean averagePooling) {
        Pooling.Kind maximum = averagePooling ? Pooling.Kind.AVERAGE : Pooling.Kind.MAX;
        kinds.put("Conv", new OnnxConvolution());
        kinds.put("MaxPool", new OnnxPooling(Pooling.Kind.MAX, maximum));
        kinds.put("AveragePool", new OnnxPooling(Pooling.Kind.AVERAGE, Pooling.Kind.AVERAGE));
        kinds.put("BatchNormalization", NodeKinds::batchNormalization);
        kinds.put("InstanceNormalization", NodeKinds::instanceNormalization);
        kinds.put("Relu", (node, tensors) -> place -> place.become(new Relu()));
        kinds.put("Sigmoid", (node, tensors) -> place -> place.become(new Sigmoid()));
        kinds.put("Tanh", (node, tensors) -> place -> place.become(new Tanh()));
        kinds.put("LeakyRelu", NodeKinds::leakyRelu);
        kinds.put("PRelu", NodeKinds::parametricRelu);
        kinds.put("Clip", Gates::clip);
        kinds.put("HardSigmoid", Gates::hardSigmoid);
        kinds.put("HardSwish", Gates::hardSwish);
        for (String arithmetic : Arithmetic.OPERATORS) {
            kinds.put(arithmetic, new Arithmetic(arithmetic));
        }
        kinds.put("Sum", (node, tensors) -> place -> place.become(new Add()));
        kinds.put("Concat", NodeKinds::concatenate);
        kinds.put("Pad", new OnnxPadding());
        kinds.put("Resize", OnnxResampling::resize);
        kinds.put("Upsample", OnnxResampling::upsample);
        kinds.put("Identity", (node, tensors) -> LayerPlace::pass);
        kinds.put("Dropout", (node, tensors) -> LayerPlace::pass);
        kinds.put("Cast", (node, tensors) -> LayerPlace::pass);
    }

    /** What a node becomes; see {@link NodeKind#read}. */
    NodeKind.Step read(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        NodeKind kind = kinds.get(node.type());
        if (kind == null) {
            throw new UnreadableException(node.type());
        }
        return kind.read(node, tensors);
    }

    /** The operators, in alphabetical order. */
    Set<String> names() {
        return new TreeSet<>(kinds.keySet());
    }

    private static NodeKind.Step batchNormalization(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        node.requireOnly(Set.of("epsilon", "momentum", "spatial", "training_mode"));
        node.require("spatial", 1);
        node.require("training_mode", 0);
        double epsilon = node.number("epsilon", (float) EPSILON);
        String[] names = {
            fixed(node, tensors, 1), fixed(node, tensors, 2), fixed(node, tensors, 3), fixed(node, tensors, 4)
        };
        return place -> {
            float[][] numbers = new float[names.length][];
            for (int i = 0; i < names.length; i++) {
                numbers[i] = numbers(node, tensors, names[i], place.channels());
            }
            place.become(ScaleShift.ofBatchNormalization(numbers[0], numbers[1], numbers[2], numbers[3], epsilon));
        };
    }

    private static NodeKind.Step instanceNormalization(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        node.requireOnly(Set.of("epsilon"));
        double epsilon = node.number("epsilon", (float) EPSILON);
        if (epsilon <= 0) {
            throw node.refusal("epsilon", epsilon);
        }
        String scale = fixed(node, tensors, 1);
        String shift = fixed(node, tensors, 2);
        return place -> {
            float[] scales = numbers(node, tensors, scale, place.channels());
            float[] shifts = numbers(node, tensors, shift, place.channels());
            place.become("normalized", new InstanceNormalize(epsilon), new ScaleShift(scales, shifts));
        };
    }

    private static NodeKind.Step leakyRelu(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        float slope = node.number("alpha", USUAL_SLOPE);
        return place -> LeakySlopes.add(place, slope);
    }

    private static NodeKind.Step parametricRelu(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        String slopes = fixed(node, tensors, 1);
        return place -> LeakySlopes.add(place, Arithmetic.perChannel(node, tensors, slopes));
    }

    private static NodeKind.Step concatenate(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        int axis = node.whole("axis", 1);
        if (axis != 1 && axis != -3) {
            throw node.refusal("axis", axis);
        }
        if (node.inputs().stream().anyMatch(tensors::has)) {
            throw new UnreadableException("Concat with fixed values");
        }
        return place -> place.become(new Concatenate());
    }

    /** The name of an input that must be fixed. */
    static String fixed(OnnxNode node, OnnxTensors tensors, int place) throws UnreadableException {
        Optional<String> name = node.input(place).filter(tensors::has);
        return name.orElseThrow(() -> new UnreadableException(node.type() + " with weights that are computed"));
    }

    private static float[] numbers(OnnxNode node, OnnxTensors tensors, String name, int count)
            throws UnreadableException {
        float[] numbers = tensors.floats(name).values();
        if (numbers.length != count) {
            throw new UnreadableException("layer " + node.name() + ": expected " + count + " numbers as " + name
                    + ", found " + numbers.length + "; export the network again");
        }
        return numbers;
    }
}
