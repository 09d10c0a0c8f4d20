package lichen.model.onnx;

import static lichen.model.onnx.OnnxModelFile.number;
import static lichen.model.onnx.OnnxModelFile.numbersOf;
import static lichen.model.onnx.OnnxModelFile.whole;
import static lichen.model.onnx.OnnxModelFile.wholesOf;
import static lichen.model.onnx.OnnxModelFile.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.foreign.InputScaling;
import lichen.model.program.CompiledNetwork;
import onnx.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same file in ONNX Runtime, which knows nothing of this program: each layer gives the same numbers. */
class OnnxRuntimeTest {
    private static final int HEIGHT = 22;
    private static final int WIDTH = 25;

    /** Both compute in float32, in different orders; of the largest number of a layer. */
    private static final double TOLERANCE = 1e-5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {7, 13, 21})
    void agreesOnConvolutionsOfAllKinds(int opset) throws Exception {
        assertAgreement(OnnxModelFile.ofImage(3, opset)
                .convolution("plain", "in", new int[] {4, 3, 3, 3}, wholesOf("pads", 1L, 1L, 1L, 1L))
                .convolution("valid", "in", new int[] {4, 3, 2, 5})
                .convolution("strided", "in", new int[] {4, 3, 7, 7}, wholesOf("pads", 3L, 3L, 3L, 3L), strides(2))
                .convolution("uneven", "in", new int[] {4, 3, 3, 3}, wholesOf("pads", 0L, 1L, 2L, 3L), strides(3))
                .convolution("upper", "in", new int[] {4, 3, 3, 3}, word("auto_pad", "SAME_UPPER"), strides(2))
                .convolution("lower", "in", new int[] {4, 3, 3, 3}, word("auto_pad", "SAME_LOWER"))
                .convolution("dilated", "plain", new int[] {4, 4, 3, 3}, wholesOf("dilations", 2L, 2L))
                .convolution("grouped", "plain", new int[] {6, 2, 3, 3}, whole("group", 2), strides(2))
                .convolution("depthwise", "plain", new int[] {4, 1, 3, 3}, whole("group", 4), strides(2))
                .convolution(
                        "spread", "plain", new int[] {4, 1, 3, 3}, whole("group", 4), wholesOf("dilations", 3L, 3L))
                .convolution("twice", "plain", new int[] {8, 1, 1, 1}, whole("group", 4)));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 21})
    void agreesOnPoolingsOfAllKinds(int opset) throws Exception {
        OnnxModelFile file = OnnxModelFile.ofImage(3, opset)
                // With values below zero, so that zeros beyond the border would show.
                .convolution("conv", "in", new int[] {4, 3, 3, 3});
        for (String type : List.of("MaxPool", "AveragePool")) {
            boolean max = type.equals("MaxPool");
            file.node(type, type + "-half", List.of("conv"), window(2), strides(2))
                    .node(type, type + "-ceil", List.of("conv"), window(2), strides(2), whole("ceil_mode", 1))
                    .node(type, type + "-centred", List.of("conv"), window(3), wholesOf("pads", 1L, 1L, 1L, 1L))
                    .node(type, type + "-upper", List.of("conv"), window(3), word("auto_pad", "SAME_UPPER"), strides(2))
                    .node(
                            type,
                            type + "-margins",
                            List.of("conv"),
                            window(3),
                            wholesOf("pads", 1L, 1L, 1L, 1L),
                            strides(2),
                            max ? whole("storage_order", 0) : whole("count_include_pad", 1));
        }
        file.node("MaxPool", "over", List.of("conv"), window(3), strides(2), whole("ceil_mode", 1))
                .node(
                        "AveragePool",
                        "zeros",
                        List.of("conv"),
                        window(3),
                        wholesOf("pads", 1L, 1L, 1L, 1L),
                        whole("count_include_pad", 1));
        assertAgreement(file);
    }

    @Test
    void agreesOnFunctionsOfEachNumber() throws Exception {
        assertAgreement(OnnxModelFile.ofImage(3, 17)
                .convolution("conv", "in", new int[] {4, 3, 1, 1})
                .weights("slopes", c -> 0.25 * c - 0.5, 4, 1, 1)
                .weights("slope", c -> 0.3, 1)
                .weights("zero", c -> 0)
                .weights("six", c -> 0.75)
                .node("Relu", "relu", List.of("conv"))
                .node("LeakyRelu", "leaky", List.of("conv"), number("alpha", 0.2))
                .node("LeakyRelu", "usual", List.of("conv"))
                .node("LeakyRelu", "steep", List.of("conv"), number("alpha", 1.5))
                .node("PRelu", "each", List.of("conv", "slopes"))
                .node("PRelu", "all", List.of("conv", "slope"))
                .node("Clip", "capped", List.of("conv", "zero", "six"))
                .node("Clip", "open", List.of("conv", "zero"))
                .node("Sigmoid", "sigmoid", List.of("conv"))
                .node("Tanh", "tanh", List.of("conv"))
                .node("HardSigmoid", "hard", List.of("conv"), number("alpha", 0.3))
                .node("HardSwish", "swish", List.of("conv")));
    }

    @Test
    void agreesOnNormalisationsAndArithmetic() throws Exception {
        assertAgreement(OnnxModelFile.ofImage(3, 17)
                .convolution("conv", "in", new int[] {4, 3, 1, 1})
                .weights("gamma", c -> 1 + 0.5 * c, 4)
                .weights("beta", c -> 0.1 * c, 4)
                .weights("mean", c -> 0.2 * c, 4)
                .weights("variance", c -> 0.5 + c, 4)
                .weights("each", c -> c - 1.5, 1, 4, 1, 1)
                .weights("one", c -> 0.75)
                .node("BatchNormalization", "norm", List.of("conv", "gamma", "beta", "mean", "variance"))
                .node("InstanceNormalization", "instance", List.of("conv", "gamma", "beta"), number("epsilon", 0.01))
                .node("Add", "plus", List.of("conv", "each"))
                .node("Sub", "minus", List.of("conv", "each"))
                .node("Sub", "from", List.of("each", "conv"))
                .node("Mul", "times", List.of("one", "conv"))
                .node("Div", "by", List.of("conv", "each"))
                .node("Add", "sum", List.of("conv", "plus"))
                .node("Mul", "product", List.of("conv", "norm"))
                .node("Sum", "three", List.of("conv", "norm", "plus"))
                .node("Concat", "both", List.of("conv", "sum"), whole("axis", 1)));
    }

    @Test
    void agreesOnMarginsAndEnlargements() throws Exception {
        assertAgreement(OnnxModelFile.ofImage(3, 19)
                .wholes("pads", 0L, 0L, 1L, 2L, 0L, 0L, 3L, 4L)
                .wholes("two", 1L, 2L, 3L, 4L)
                .wholes("axes", 2L, 3L)
                .weights("scales", i -> i < 2 ? 1 : 3, 4)
                .node("Pad", "zeros", List.of("in", "pads"))
                .node("Pad", "mirrored", List.of("in", "pads"), word("mode", "reflect"))
                .node("Pad", "round", List.of("in", "pads"), word("mode", "wrap"))
                .node("Pad", "named", List.of("in", "two", "", "axes"))
                .node("Resize", "centred", List.of("in", "", "scales"), word("mode", "nearest"))
                .node(
                        "Resize",
                        "floored",
                        List.of("in", "", "scales"),
                        word("coordinate_transformation_mode", "asymmetric"),
                        word("nearest_mode", "floor")));
    }

    @Test
    void agreesOnWhatOnlyEarlyOperatorSetsHave() throws Exception {
        assertAgreement(OnnxModelFile.ofImage(3, 7)
                .convolution("conv", "in", new int[] {4, 3, 1, 1})
                .node("Clip", "capped", List.of("conv"), number("min", 0), number("max", 0.5))
                .node("Pad", "zeros", List.of("conv"), wholesOf("pads", 0L, 0L, 1L, 2L, 0L, 0L, 3L, 4L))
                .node("Upsample", "up", List.of("conv"), numbersOf("scales", 1f, 1f, 2f, 2f), word("mode", "nearest")));
    }

    private void assertAgreement(OnnxModelFile model) throws IOException, InterruptedException {
        FileReference file = model.write(folder);
        float[] image = new float[HEIGHT * WIDTH * 3];
        float[] channelsFirst = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) (0.5 + 0.5 * Math.sin(0.37 * i * i));
            channelsFirst[i % 3 * HEIGHT * WIDTH + i / 3] = image[i];
        }
        List<String> names = model.graph().getOutputList().stream()
                .map(Onnx.ValueInfoProto::getName)
                .toList();
        Map<String, NdArray<float[]>> expected =
                OnnxRuntimeProcess.run(folder, file.name(), NdArray.of(channelsFirst, 1, 3, HEIGHT, WIDTH), names);
        FeatureNetwork network = CompiledNetwork.of(
                OnnxImporter.network(file, InputScaling.UNIT, false).graph());
        try (TensorScope scope = new TensorScope()) {
            INDArray tensor = scope.array(1, HEIGHT, WIDTH, 3);
            HostMemory.write(image, tensor);
            FeatureMaps maps = network.compile(new Size(WIDTH, HEIGHT), names, scope)
                    .at(tensor)
                    .value();
            expected.forEach((name, values) -> assertClose(name, values, maps.layer(name)));
        }
    }

    /** {@code [1,C,H,W]} against {@code [1,H,W,C]}. */
    private static void assertClose(String name, NdArray<float[]> expected, INDArray found) {
        int channels = expected.shape()[1];
        assertThat(found.shape()).as(name).containsExactly(1, expected.shape()[2], expected.shape()[3], channels);
        float[] values = HostMemory.toFloats(found);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < values.length; i++) {
            float wanted = expected.values()[i % channels * (values.length / channels) + i / channels];
            largest = Math.max(largest, Math.abs(wanted));
            difference = Math.max(difference, Math.abs(wanted - values[i]));
        }
        assertThat(difference / largest).as(name).isCloseTo(0, within(TOLERANCE));
    }

    private static Onnx.AttributeProto strides(long stride) {
        return wholesOf("strides", stride, stride);
    }

    private static Onnx.AttributeProto window(long side) {
        return wholesOf("kernel_shape", side, side);
    }
}
