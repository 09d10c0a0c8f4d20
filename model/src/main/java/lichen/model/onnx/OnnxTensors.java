package lichen.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.npy.NdArray;
import lichen.model.foreign.StoredNumbers;
import lichen.model.foreign.UnreadableException;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/** The values of a file that are fixed: weights, and settings that are given as inputs. */
final class OnnxTensors {
    private static final long MOST_VALUES = 1L << 28;

    private final Map<String, Onnx.TensorProto> tensors;

    OnnxTensors(Map<String, Onnx.TensorProto> tensors) {
        this.tensors = new HashMap<>(tensors);
    }

    /** Takes a node that only names or gives a fixed value; false if it computes one. */
    boolean define(OnnxNode node) {
        if (node.type().equals("Constant")) {
            constant(node).ifPresent(tensor -> tensors.put(node.output(), tensor));
            return true;
        }
        Onnx.TensorProto same =
                node.inputs().isEmpty() ? null : tensors.get(node.inputs().get(0));
        if (same != null && node.type().equals("Identity")) {
            tensors.put(node.output(), same);
            return true;
        }
        return false;
    }

    private static Optional<Onnx.TensorProto> constant(OnnxNode node) {
        Onnx.TensorProto.Builder built = Onnx.TensorProto.newBuilder();
        for (Map.Entry<String, Onnx.AttributeProto> entry : node.attributes().entrySet()) {
            Onnx.AttributeProto attribute = entry.getValue();
            switch (entry.getKey()) {
                case "value" -> {
                    return Optional.of(attribute.getT());
                }
                case "value_float" -> built.setDataType(1).addFloatData(attribute.getF());
                case "value_floats" ->
                    built.setDataType(1).addDims(attribute.getFloatsCount()).addAllFloatData(attribute.getFloatsList());
                case "value_int" -> built.setDataType(7).addInt64Data(attribute.getI());
                case "value_ints" ->
                    built.setDataType(7).addDims(attribute.getIntsCount()).addAllInt64Data(attribute.getIntsList());
                default -> {}
            }
        }
        return built.getDataType() == 0 ? Optional.empty() : Optional.of(built.build());
    }

    /** Whether a value is fixed. */
    boolean has(String name) {
        return tensors.containsKey(name);
    }

    /** What a node reads that is not fixed, in order. */
    List<String> computed(OnnxNode node) {
        return node.inputs().stream()
                .filter(name -> !name.isEmpty() && !has(name))
                .toList();
    }

    /** The extents of a fixed value. */
    int[] shape(String name) throws UnreadableException {
        List<Long> dimensions = tensor(name).getDimsList();
        long count = 1;
        for (long extent : dimensions) {
            if (extent < 0 || extent > MOST_VALUES || (count *= Math.max(1, extent)) > MOST_VALUES) {
                throw new UnreadableException("tensor " + name + ": the shape " + dimensions + " is too large: at most "
                        + MOST_VALUES + " numbers can be read");
            }
        }
        return dimensions.stream().mapToInt(Long::intValue).toArray();
    }

    /** A fixed value as numbers. Its shape is compared with the bytes that are there before anything is made. */
    NdArray<float[]> floats(String name) throws UnreadableException {
        Onnx.TensorProto tensor = tensor(name);
        int[] shape = shape(name);
        float[] values = values(name, tensor);
        int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (values.length != count) {
            throw new UnreadableException("tensor " + name + ": expected " + count + " numbers for the shape "
                    + Arrays.toString(shape) + ", found " + values.length + "; export the network again");
        }
        return NdArray.of(values, shape);
    }

    /** A fixed value as whole numbers. */
    long[] wholes(String name) throws UnreadableException {
        Onnx.TensorProto tensor = tensor(name);
        Onnx.TensorProto.DataType type = type(tensor);
        if (type == Onnx.TensorProto.DataType.INT64) {
            ByteBuffer raw = raw(tensor);
            return isRaw(tensor)
                    ? longs(raw)
                    : tensor.getInt64DataList().stream()
                            .mapToLong(Long::longValue)
                            .toArray();
        }
        float[] numbers = floats(name).values();
        long[] wholes = new long[numbers.length];
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = (long) numbers[i];
        }
        return wholes;
    }

    private static long[] longs(ByteBuffer raw) {
        long[] values = new long[raw.remaining() / Long.BYTES];
        raw.asLongBuffer().get(values);
        return values;
    }

    private static float[] values(String name, Onnx.TensorProto tensor) throws UnreadableException {
        return switch (type(tensor)) {
            case FLOAT -> isRaw(tensor) ? StoredNumbers.FLOAT32.read(raw(tensor)) : floats(tensor.getFloatDataList());
            case DOUBLE -> isRaw(tensor) ? StoredNumbers.FLOAT64.read(raw(tensor)) : floats(tensor.getDoubleDataList());
            case FLOAT16 -> isRaw(tensor) ? StoredNumbers.FLOAT16.read(raw(tensor)) : halves(tensor.getInt32DataList());
            case BFLOAT16 -> StoredNumbers.BFLOAT16.read(raw(tensor));
            default ->
                throw new UnreadableException("tensor " + name + ": numbers of the type " + type(tensor)
                        + " cannot be read; export the network with float32 weights, not quantised");
        };
    }

    private static Onnx.TensorProto.DataType type(Onnx.TensorProto tensor) {
        Onnx.TensorProto.DataType type = Onnx.TensorProto.DataType.forNumber(tensor.getDataType());
        return type == null ? Onnx.TensorProto.DataType.UNDEFINED : type;
    }

    private static boolean isRaw(Onnx.TensorProto tensor) {
        return !tensor.getRawData().isEmpty();
    }

    private static ByteBuffer raw(Onnx.TensorProto tensor) {
        ByteString bytes = tensor.getRawData();
        return bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static float[] floats(List<? extends Number> numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).floatValue();
        }
        return floats;
    }

    private static float[] halves(List<Integer> bits) {
        float[] floats = new float[bits.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = StoredNumbers.half(bits.get(i).shortValue());
        }
        return floats;
    }

    private Onnx.TensorProto tensor(String name) throws UnreadableException {
        Onnx.TensorProto tensor = tensors.get(name);
        if (tensor == null) {
            throw new UnreadableException("reads the weights " + name + ", which are not in the file; export it again");
        }
        return tensor;
    }
}
