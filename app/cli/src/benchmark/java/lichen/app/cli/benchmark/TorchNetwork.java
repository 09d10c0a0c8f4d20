package lichen.app.cli.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import java.util.ArrayList;
import java.util.List;

/** {@link Fcn512} in libtorch. */
final class TorchNetwork {
    private static final Shape ONE = new Shape(1, 1);

    private final List<Layer> layers = new ArrayList<>();

    /** The parameters of a convolution and of the normalisation after it. */
    private record Layer(
            NDArray kernel, NDArray bias, Shape padding, boolean normalised, NDArray zeros, NDArray ones) {}

    TorchNetwork(NDManager memory) {
        for (Fcn512.Convolution layer : Fcn512.layers()) {
            Shape shape = new Shape(layer.outputs(), layer.side(), layer.side(), layer.inputs());
            Shape channels = new Shape(layer.outputs());
            layers.add(new Layer(
                    memory.create(layer.kernel(), shape).transpose(0, 3, 1, 2).duplicate(),
                    memory.zeros(channels),
                    new Shape(layer.side() / 2, layer.side() / 2),
                    layer.normalised(),
                    memory.zeros(channels),
                    memory.ones(channels)));
        }
    }

    /** {@code [1,3,H,W] -> [1,C,H,W]} of each convolution, after ReLU; in the memory of the image. */
    List<NDArray> taps(NDArray image) {
        List<NDArray> taps = new ArrayList<>();
        NDArray maps = image;
        for (Layer layer : layers) {
            NDArray sums = Conv2d.conv2d(maps, layer.kernel(), layer.bias(), ONE, layer.padding(), ONE)
                    .singletonOrThrow();
            NDArray tap = Activation.relu(sums);
            taps.add(tap);
            maps = layer.normalised() ? normalise(tap, layer) : tap;
        }
        return taps;
    }

    private static NDArray normalise(NDArray maps, Layer layer) {
        return BatchNorm.batchNorm(
                        maps, layer.zeros(), layer.ones(), layer.ones(), layer.zeros(), 1, 0.99f, Fcn512.EPSILON, false)
                .singletonOrThrow();
    }
}
