package lichen.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.program.Compiler;
import lichen.model.program.Parameters;
import lichen.model.program.Program;
import lichen.model.spec.Deeplearning4jLayer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Our operations beside the layers of Deeplearning4j: the same outputs, the same gradients of inputs and of numbers. */
class Deeplearning4jOperationsTest {
    private static final int BATCH = 2;
    private static final int HEIGHT = 6;
    private static final int WIDTH = 8;
    private static final int CHANNELS = 3;

    /** float32 sums of some hundred products of numbers below 1. */
    private static final float TOLERANCE = 1e-4f;

    private final TensorScope scope = new TensorScope();

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private record Counterpart(Operation ours, Layer theirs) {
        @Override
        public String toString() {
            return ours.words();
        }
    }

    static List<Counterpart> withoutNumbers() {
        return List.of(
                new Counterpart(new Upsample(2), new Upsampling2D.Builder(2).build()),
                new Counterpart(new LeakyRelu(0.2), new ActivationLayer(new ActivationLReLU(0.2))),
                new Counterpart(new Tanh(), new ActivationLayer(Activation.TANH)),
                new Counterpart(new Sigmoid(), new ActivationLayer(Activation.SIGMOID)));
    }

    @ParameterizedTest
    @MethodSource
    void withoutNumbers(Counterpart counterpart) {
        Deeplearning4jLayer theirs = new Deeplearning4jLayer(counterpart.theirs(), HEIGHT, WIDTH, CHANNELS);

        Ours ours = new Ours(counterpart.ours(), HEIGHT, WIDTH);

        assertClose(ours.output, channelsLast(theirs.forward(channelsFirst(ours.input))));
        assertClose(
                ours.ofInput,
                channelsLast(theirs.backward(channelsFirst(ours.cotangent)).getSecond()));
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "4, 2", "1, 2"})
    void convolutionsOfAnyStride(int side, int stride) {
        Convolution geometry = new Convolution(side, side, stride, Convolution.Padding.SAME);
        float[] weights = RandomTensors.numbers(5 * side * side * CHANNELS, 1);
        Convolve operation = new Convolve(
                geometry,
                NdArray.of(weights, 5, side, side, CHANNELS),
                NdArray.of(RandomTensors.numbers(5, 2), 5),
                false);
        Deeplearning4jLayer theirs = new Deeplearning4jLayer(
                new ConvolutionLayer.Builder(side, side)
                        .stride(stride, stride)
                        .nOut(5)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(Activation.IDENTITY)
                        .build(),
                HEIGHT,
                WIDTH,
                CHANNELS);
        number(theirs, "W").assign(scope.of(weights, 5, side, side, CHANNELS).permute(0, 3, 1, 2)); // [O,I,kH,kW]
        number(theirs, "b").assign(scope.of(operation.bias().values(), 1, 5));

        Ours ours = new Ours(operation, HEIGHT, WIDTH);

        assertClose(ours.output, channelsLast(theirs.forward(channelsFirst(ours.input))));
        var gradients = theirs.backward(channelsFirst(ours.cotangent));
        assertClose(ours.ofInput, channelsLast(gradients.getSecond()));
        assertClose(
                ours.parameters.gradient("node/weights"),
                gradients.getFirst().getGradientFor("0_W").permute(0, 2, 3, 1));
        assertClose(ours.parameters.gradient("node/bias"), gradients.getFirst().getGradientFor("0_b"));
    }

    @ParameterizedTest
    @CsvSource({"1", "7"})
    void denseLayers(int outputs) {
        float[] weights = RandomTensors.numbers(outputs * CHANNELS, 1);
        Dense operation = new Dense(
                NdArray.of(weights, outputs, 1, 1, CHANNELS), NdArray.of(RandomTensors.numbers(outputs, 2), outputs));
        Deeplearning4jLayer theirs = new Deeplearning4jLayer(
                new DenseLayer.Builder()
                        .nOut(outputs)
                        .activation(Activation.IDENTITY)
                        .build(),
                0,
                0,
                CHANNELS);
        number(theirs, "W").assign(scope.of(weights, outputs, CHANNELS).transpose()); // [I,O]
        number(theirs, "b").assign(scope.of(operation.bias().values(), 1, outputs));

        Ours ours = new Ours(operation, 1, 1);

        assertClose(ours.output, theirs.forward(ours.input.reshape(BATCH, CHANNELS)));
        var gradients = theirs.backward(ours.cotangent.reshape(BATCH, outputs));
        assertClose(ours.ofInput, gradients.getSecond());
        assertClose(
                ours.parameters.gradient("node/weights"),
                gradients.getFirst().getGradientFor("0_W").transpose());
        assertClose(ours.parameters.gradient("node/bias"), gradients.getFirst().getGradientFor("0_b"));
    }

    /** An operation run forward and back on random numbers. */
    private final class Ours {
        private final Parameters parameters;
        private final INDArray input;
        private final INDArray output;
        private final INDArray cotangent;
        private final INDArray ofInput;

        Ours(Operation operation, int height, int width) {
            Graph graph = new Graph(
                    List.of(new Input("input", CHANNELS, Optional.of(new Size(width, height)))),
                    List.of(new Node("node", operation, "input")));
            parameters = Parameters.of(graph, scope);
            Program program = Compiler.of(graph)
                    .batch(BATCH)
                    .learning(parameters)
                    .gradientOf("input")
                    .compile(List.of("node"), scope);
            input = RandomTensors.tensor(scope, 3, BATCH, height, width, CHANNELS);
            var evaluation = program.at(new FeatureMaps(Map.of("input", input)));
            output = evaluation.value().layer("node");
            cotangent = RandomTensors.tensor(scope, 4, output.shape());
            ofInput = evaluation
                    .pullback()
                    .apply(new FeatureMaps(Map.of("node", cotangent)))
                    .layer("input");
        }
    }

    private static INDArray number(Deeplearning4jLayer layer, String name) {
        return Objects.requireNonNull(layer.numbers().get(name));
    }

    private static INDArray channelsFirst(INDArray images) {
        return images.permute(0, 3, 1, 2).dup('c');
    }

    private static INDArray channelsLast(INDArray images) {
        return images.permute(0, 2, 3, 1);
    }

    private void assertClose(INDArray ours, INDArray theirs) {
        assertThat(HostMemory.toFloats(ours))
                .containsExactly(HostMemory.toFloats(scope.copyOf(theirs)), within(TOLERANCE));
    }
}
