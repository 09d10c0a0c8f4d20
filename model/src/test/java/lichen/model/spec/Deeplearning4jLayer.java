package lichen.model.spec;

import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One layer of Deeplearning4j at work on images {@code [N,C,H,W]}: the reference for an operation of ours. */
public final class Deeplearning4jLayer {
    private final MultiLayerNetwork network;

    /** A layer that reads images of this shape, or vectors where the height is 0. */
    public Deeplearning4jLayer(Layer layer, int height, int width, int channels) {
        InputType type = height == 0
                ? InputType.feedForward(channels)
                : InputType.convolutional(height, width, channels, CNN2DFormat.NCHW);
        network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(layer)
                .setInputType(type)
                .build());
        network.init();
    }

    /** Its numbers by the names that it gives them; changing them changes the layer. */
    public Map<String, INDArray> numbers() {
        return network.getLayer(0).paramTable();
    }

    /** What it gives. */
    public INDArray forward(INDArray input) {
        network.setInput(input);
        return network.feedForward(true, false).get(1);
    }

    /** The gradients of its numbers, and that of its input, after {@link #forward}. */
    public Pair<Gradient, INDArray> backward(INDArray cotangent) {
        return network.backpropGradient(cotangent, null);
    }
}
