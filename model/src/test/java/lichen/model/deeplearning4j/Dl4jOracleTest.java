package lichen.model.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;

import lichen.model.foreign.InputScaling;
import lichen.model.foreign.UnreadableException;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The same network in Deeplearning4j itself: each layer gives the same numbers. */
class Dl4jOracleTest {
    @ParameterizedTest
    @CsvSource({
        "Same, 3, 1, 0, 1",
        "Same, 4, 2, 0, 1",
        "Truncate, 3, 2, 1, 1",
        "Strict, 3, 1, 2, 1",
        "Truncate, 3, 1, 0, 2"
    })
    void agreesOnConvolutions(ConvolutionMode mode, int side, int stride, int padding, int dilation) throws Exception {
        assertAgreement(convolution(side)
                .convolutionMode(mode)
                .stride(stride, stride)
                .padding(padding, padding)
                .dilation(dilation, dilation)
                .activation(Activation.RELU)
                .build());
    }

    @Test
    void agreesOnConvolutionsWithoutABiasAndOfOtherSides() throws Exception {
        assertAgreement(
                new ConvolutionLayer.Builder(2, 5)
                        .nOut(4)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                convolution(1).activation(Activation.TANH).build());
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"IDENTITY", "RELU", "RELU6", "SIGMOID", "TANH", "HARDSIGMOID", "SWISH", "LEAKYRELU"})
    void agreesOnActivations(Activation activation) throws Exception {
        assertAgreement(
                convolution(3).activation(activation).build(), new ActivationLayer(activation.getActivationFunction()));
    }

    @Test
    void agreesOnRectifiersWithSettings() throws Exception {
        for (IActivation activation : new IActivation[] {
            new ActivationLReLU(0.3), new ActivationReLU(0.5, 0.0, 0.0), new ActivationReLU(null, null, 0.2)
        }) {
            assertAgreement(new ActivationLayer(activation));
        }
    }

    @Test
    void agreesOnSlopesOfEachChannel() throws Exception {
        assertAgreement(new PReLULayer.Builder()
                .inputShape(3, Dl4jAgreement.HEIGHT, Dl4jAgreement.WIDTH)
                .sharedAxes(2, 3)
                .build());
    }

    @Test
    void agreesOnDepthwiseAndSeparableConvolutions() throws Exception {
        assertAgreement(
                new DepthwiseConvolution2D.Builder(3, 3)
                        .padding(1, 1)
                        .activation(Activation.IDENTITY)
                        .build(),
                new SeparableConvolution2D.Builder(3, 2)
                        .nOut(5)
                        .depthMultiplier(2)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(Activation.RELU)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "false, true"})
    void agreesOnBatchNormalisation(boolean logarithm, boolean learned) throws Exception {
        assertAgreement(new BatchNormalization.Builder()
                .useLogStd(logarithm)
                .lockGammaBeta(!learned)
                .gamma(0.7)
                .beta(0.2)
                .eps(0.01)
                .activation(Activation.SIGMOID)
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "MAX, Truncate, 2, 2, 0",
        "MAX, Same, 3, 2, 0",
        "MAX, Truncate, 3, 2, 1",
        "AVG, Truncate, 2, 2, 0",
        "AVG, Same, 3, 2, 0"
    })
    void agreesOnPooling(SubsamplingLayer.PoolingType kind, ConvolutionMode mode, int side, int stride, int padding)
            throws Exception {
        assertAgreement(new SubsamplingLayer.Builder(kind)
                .convolutionMode(mode)
                .kernelSize(side, side)
                .stride(stride, stride)
                .padding(padding, padding)
                .build());
    }

    @Test
    void agreesOnMeansThatCountZeros() throws Exception {
        assertAgreement(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                .kernelSize(3, 3)
                .stride(2, 2)
                .padding(1, 1)
                .avgPoolIncludePadInDivisor(true)
                .build());
    }

    @Test
    void agreesOnMarginsEnlargementsAndWhatDoesNothing() throws Exception {
        assertAgreement(
                new ZeroPaddingLayer(1, 2, 3, 4),
                new DropoutLayer(0.5),
                new Upsampling2D.Builder(2).build(),
                new FrozenLayer(convolution(3).activation(Activation.RELU).build()),
                new CnnLossLayer.Builder(LossFunctions.LossFunction.MSE)
                        .activation(Activation.SIGMOID)
                        .build());
    }

    @Test
    void agreesOnNetworksWhoseChannelsComeLast() throws Exception {
        MultiLayerNetwork network = Dl4jAgreement.sequence(
                CNN2DFormat.NHWC,
                convolution(3)
                        .activation(Activation.RELU)
                        .dataFormat(CNN2DFormat.NHWC)
                        .build(),
                new BatchNormalization.Builder().dataFormat(CNN2DFormat.NHWC).build(),
                new SubsamplingLayer.Builder(2, 2)
                        .stride(2, 2)
                        .dataFormat(CNN2DFormat.NHWC)
                        .build());

        Dl4jAgreement.assertAgreement(
                network, Dl4jImporter.network(network, InputScaling.UNIT).graph(), true);
    }

    @Test
    void agreesOnVerticesAndLeavesTheHeadAway() throws Exception {
        Dl4jAgreement.sequence(CNN2DFormat.NCHW, convolution(1).build());
        ComputationGraph network = new ComputationGraph(Dl4jAgreement.builder()
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutional(Dl4jAgreement.HEIGHT, Dl4jAgreement.WIDTH, 3))
                .addLayer("a", convolution(1).activation(Activation.RELU).build(), "in")
                .addLayer("pooled", new GlobalPoolingLayer(PoolingType.AVG), "a")
                .addLayer("dense", new DenseLayer.Builder().nOut(5).build(), "pooled")
                .addLayer("b", convolution(1).activation(Activation.TANH).build(), "in")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "b")
                .addVertex("less", new ElementWiseVertex(ElementWiseVertex.Op.Subtract), "a", "b")
                .addVertex("mean", new ElementWiseVertex(ElementWiseVertex.Op.Average), "a", "b", "sum")
                .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "a", "b", "less")
                .addVertex("merged", new MergeVertex(), "sum", "product", "mean")
                .addLayer("last", convolution(3).activation(Activation.IDENTITY).build(), "merged")
                .addVertex("some", new SubsetVertex(1, 2), "last")
                .addVertex("scaled", new ScaleVertex(1.5), "some")
                .addVertex("shifted", new ShiftVertex(-0.5), "scaled")
                .addLayer(
                        "out",
                        new OutputLayer.Builder()
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "dense")
                .addLayer(
                        "loss",
                        new CnnLossLayer.Builder(LossFunctions.LossFunction.MSE)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "shifted")
                .setOutputs("out", "loss")
                .build());
        network.init();
        Dl4jAgreement.randomize(network.params());

        var read = Dl4jImporter.network(network, InputScaling.UNIT);

        assertThat(read.notes()).containsExactly("left away the head, pooled, dense, out");
        assertThat(read.graph().nodes())
                .extracting(Node::name)
                .contains("a", "b", "sum", "less", "mean", "product", "merged", "some", "scaled", "shifted", "last");
        Dl4jAgreement.assertAgreement(network, read.graph());
    }

    private static ConvolutionLayer.Builder convolution(int side) {
        return new ConvolutionLayer.Builder(side, side).nOut(4);
    }

    private static void assertAgreement(Layer... layers) throws UnreadableException {
        MultiLayerNetwork network = Dl4jAgreement.sequence(CNN2DFormat.NCHW, layers);
        Graph graph = Dl4jImporter.network(network, InputScaling.UNIT).graph();
        assertThat(graph.nodes()).extracting(Node::name).contains("layer0");
        Dl4jAgreement.assertAgreement(network, graph, false);
    }
}
