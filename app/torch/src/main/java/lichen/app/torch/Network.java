package lichen.app.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The network of a job. */
final class Network {
    private static final double MOMENTUM = 0.01;
    private static final long[] ONE = {1, 1};

    private final List<Layer> layers = new ArrayList<>();
    private final double epsilon;

    /** The parameters of a convolution and of the normalisation after it. */
    private record Layer(
            Job.Convolution shape,
            Tensor kernel,
            Tensor bias,
            Tensor scale,
            Tensor shift,
            Tensor mean,
            Tensor variance) {}

    Network(NetworkJob job, Layout layout) {
        epsilon = job.epsilon();
        for (Job.Convolution layer : job.layers()) {
            Tensor kernel = layout.of(layer.kernel(), layer.outputs(), layer.side(), layer.side(), layer.inputs());
            long channels = layer.outputs();
            layers.add(new Layer(
                    layer,
                    kernel,
                    torch.zeros(channels),
                    torch.ones(channels),
                    torch.zeros(channels),
                    torch.zeros(channels),
                    torch.ones(channels)));
        }
    }

    /** Lets all that can be learned have gradients, and gives it. */
    List<Tensor> learn() {
        List<Tensor> learned = new ArrayList<>();
        for (Layer layer : layers) {
            learned.addAll(List.of(layer.kernel, layer.bias));
            if (layer.shape.normalised()) {
                learned.addAll(List.of(layer.scale, layer.shift));
            }
        }
        learned.forEach(parameter -> parameter.set_requires_grad(true));
        return learned;
    }

    /** {@code [N,3,H,W] -> [N,C,H,W]} after each ReLU, normalised by what was learned. */
    List<Tensor> taps(Tensor images) {
        return pass(images, false);
    }

    /** The last of them, normalised by the batch. */
    Tensor reconstruct(Tensor images) {
        List<Tensor> taps = pass(images, true);
        return taps.get(taps.size() - 1);
    }

    private List<Tensor> pass(Tensor images, boolean training) {
        List<Tensor> taps = new ArrayList<>();
        Tensor maps = images;
        for (Layer layer : layers) {
            long[] padding = {layer.shape.side() / 2, layer.shape.side() / 2};
            Tensor tap =
                    torch.relu(torch.conv2d(maps, layer.kernel, new TensorOptional(layer.bias), ONE, padding, ONE, 1));
            taps.add(tap);
            maps = layer.shape.normalised()
                    ? torch.batch_norm(
                            tap,
                            new TensorOptional(layer.scale),
                            new TensorOptional(layer.shift),
                            new TensorOptional(layer.mean),
                            new TensorOptional(layer.variance),
                            training,
                            MOMENTUM,
                            epsilon,
                            false)
                    : tap;
        }
        return taps;
    }
}
