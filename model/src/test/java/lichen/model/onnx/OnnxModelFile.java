package lichen.model.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import lichen.core.plugin.FileReference;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/** Writes small files in the format ONNX. The image is the value "in"; what a node puts out has the node's name. */
public final class OnnxModelFile {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder().setName("graph");
    private final int opset;

    private OnnxModelFile(int opset) {
        this.opset = opset;
    }

    /** A network of images of so many channels, of any size. */
    public static OnnxModelFile ofImage(int channels, int opset) {
        OnnxModelFile file = new OnnxModelFile(opset);
        file.graph.addInput(value("in")
                .setType(Onnx.TypeProto.newBuilder()
                        .setTensorType(Onnx.TypeProto.Tensor.newBuilder()
                                .setElemType(FLOAT)
                                .setShape(Onnx.TensorShapeProto.newBuilder()
                                        .addDim(Onnx.TensorShapeProto.Dimension.newBuilder()
                                                .setDimValue(1))
                                        .addDim(Onnx.TensorShapeProto.Dimension.newBuilder()
                                                .setDimValue(channels))
                                        .addDim(Onnx.TensorShapeProto.Dimension.newBuilder()
                                                .setDimParam("h"))
                                        .addDim(Onnx.TensorShapeProto.Dimension.newBuilder()
                                                .setDimParam("w"))))));
        return file;
    }

    /** Nodes that each read the value of the one before. */
    public OnnxModelFile node(String type, String name, List<String> inputs, Onnx.AttributeProto... attributes) {
        graph.addNode(Onnx.NodeProto.newBuilder()
                .setOpType(type)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(Arrays.asList(attributes)));
        graph.addOutput(value(name)
                .setType(Onnx.TypeProto.newBuilder()
                        .setTensorType(Onnx.TypeProto.Tensor.newBuilder().setElemType(FLOAT))));
        return this;
    }

    /** A convolution with weights by their index, and a bias. */
    public OnnxModelFile convolution(String name, String input, int[] kernel, Onnx.AttributeProto... attributes) {
        return weights(name + ".w", i -> Math.sin(1 + i) / 3, kernel)
                .weights(name + ".b", i -> 0.1 * (i % 7), kernel[0])
                .node("Conv", name, List.of(input, name + ".w", name + ".b"), attributes);
    }

    /** Fixed numbers as functions of their index, as bytes. */
    public OnnxModelFile weights(String name, IntToDoubleFunction numbers, int... shape) {
        int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) numbers.applyAsDouble(i));
        }
        return tensor(Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(FLOAT)
                .addAllDims(Arrays.stream(shape).asLongStream().boxed().toList())
                .setRawData(ByteString.copyFrom(bytes.array())));
    }

    /** Fixed whole numbers. */
    public OnnxModelFile wholes(String name, Long... numbers) {
        return tensor(Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(INT64)
                .addDims(numbers.length)
                .addAllInt64Data(Arrays.asList(numbers)));
    }

    /** A fixed value as it is. */
    OnnxModelFile tensor(Onnx.TensorProto.Builder tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    /** The graph, to be changed by a test. */
    Onnx.GraphProto.Builder graph() {
        return graph;
    }

    /** Writes the file into a folder. */
    public FileReference write(Path folder) throws IOException {
        Onnx.ModelProto model = Onnx.ModelProto.newBuilder()
                .setIrVersion(opset < 9 ? 3 : 7)
                .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(opset))
                .setGraph(graph)
                .build();
        return FileReference.to(Files.write(Files.createTempFile(folder, "network", ".onnx"), model.toByteArray()));
    }

    /** A setting of whole numbers. */
    public static Onnx.AttributeProto wholesOf(String key, Long... numbers) {
        return Onnx.AttributeProto.newBuilder()
                .setName(key)
                .setType(Onnx.AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.asList(numbers))
                .build();
    }

    /** A setting of a whole number. */
    public static Onnx.AttributeProto whole(String key, long number) {
        return Onnx.AttributeProto.newBuilder()
                .setName(key)
                .setType(Onnx.AttributeProto.AttributeType.INT)
                .setI(number)
                .build();
    }

    /** A setting of numbers. */
    public static Onnx.AttributeProto numbersOf(String key, Float... numbers) {
        return Onnx.AttributeProto.newBuilder()
                .setName(key)
                .setType(Onnx.AttributeProto.AttributeType.FLOATS)
                .addAllFloats(Arrays.asList(numbers))
                .build();
    }

    /** A setting of a number. */
    public static Onnx.AttributeProto number(String key, double number) {
        return Onnx.AttributeProto.newBuilder()
                .setName(key)
                .setType(Onnx.AttributeProto.AttributeType.FLOAT)
                .setF((float) number)
                .build();
    }

    /** A setting of a word. */
    public static Onnx.AttributeProto word(String key, String text) {
        return Onnx.AttributeProto.newBuilder()
                .setName(key)
                .setType(Onnx.AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(text))
                .build();
    }

    private static Onnx.ValueInfoProto.Builder value(String name) {
        return Onnx.ValueInfoProto.newBuilder().setName(name);
    }
}
