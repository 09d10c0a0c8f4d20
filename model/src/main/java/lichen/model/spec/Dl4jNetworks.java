package lichen.model.spec;

import java.util.ArrayList;
import java.util.List;
import lichen.core.feature.Architecture;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.HostMemory;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Operation;
import lichen.model.operation.ScaleShift;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Fully convolutional networks in Deeplearning4j, which defines and initialises them, and their translation to graphs. */
final class Dl4jNetworks {
    /** Any size: the networks are fully convolutional, but Deeplearning4j asks for one. */
    private static final int SIDE = 32;

    private Dl4jNetworks() {}

    /** A network with fresh weights: kernels Glorot-uniform, biases zero. */
    static MultiLayerNetwork untrained(List<Block> blocks, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .activation(Activation.RELU)
                .convolutionMode(ConvolutionMode.Same)
                .list();
        for (Block block : blocks) {
            layers.layer(new ConvolutionLayer.Builder(block.kernel(), block.kernel())
                    .nOut(block.filters())
                    .stride(block.stride(), block.stride())
                    .dilation(block.dilation(), block.dilation())
                    .build());
            if (block.batchNormalization()) {
                layers.layer(new BatchNormalization.Builder()
                        .eps(Block.EPSILON)
                        .decay(Block.DECAY)
                        .useLogStd(false)
                        .activation(Activation.IDENTITY)
                        .build());
            }
        }
        layers.layer(new CnnLossLayer.Builder(LossFunctions.LossFunction.MSE)
                .activation(Activation.IDENTITY)
                .build());
        layers.setInputType(InputType.convolutional(SIDE, SIDE, Image.CHANNELS, CNN2DFormat.NCHW));
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    /** The same network as a graph. */
    static Graph graph(List<Block> blocks, MultiLayerNetwork network) {
        List<Node> nodes = new ArrayList<>();
        String input = Architecture.IMAGE;
        int layer = 0;
        for (int i = 0; i < blocks.size(); i++) {
            String convolution = "conv" + (i + 1);
            nodes.add(new Node(convolution, convolution(blocks.get(i), network.getLayer(layer++)), input));
            input = convolution;
            if (blocks.get(i).batchNormalization()) {
                String normalization = "norm" + (i + 1);
                nodes.add(new Node(normalization, normalization(network.getLayer(layer++)), convolution));
                input = normalization;
            }
        }
        return new Graph(nodes);
    }

    private static Operation convolution(Block block, Layer layer) {
        INDArray weights = layer.getParam(ConvolutionParamInitializer.WEIGHT_KEY); // [O,I,kH,kW]
        INDArray arranged = weights.permute(0, 2, 3, 1).dup('c'); // [O,kH,kW,I]
        INDArray bias = layer.getParam(ConvolutionParamInitializer.BIAS_KEY).dup('c');
        int inputs = (int) weights.size(1);
        return new Convolve(
                        new Convolution(block.kernel(), block.kernel(), block.stride(), Convolution.Padding.SAME),
                        NdArray.of(
                                HostMemory.toFloats(arranged), block.filters(), block.kernel(), block.kernel(), inputs),
                        NdArray.of(HostMemory.toFloats(bias), block.filters()),
                        true)
                .dilated(block.dilation());
    }

    private static Operation normalization(Layer layer) {
        float[] gamma = HostMemory.toFloats(
                layer.getParam(BatchNormalizationParamInitializer.GAMMA).dup('c'));
        float[] beta = HostMemory.toFloats(
                layer.getParam(BatchNormalizationParamInitializer.BETA).dup('c'));
        float[] mean = HostMemory.toFloats(
                layer.getParam(BatchNormalizationParamInitializer.GLOBAL_MEAN).dup('c'));
        float[] variance = HostMemory.toFloats(
                layer.getParam(BatchNormalizationParamInitializer.GLOBAL_VAR).dup('c'));
        return ScaleShift.ofBatchNormalization(gamma, beta, mean, variance, Block.EPSILON);
    }
}
