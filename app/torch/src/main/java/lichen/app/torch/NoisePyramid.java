package lichen.app.torch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The texture network of a job: maps begin again beyond their border. */
final class NoisePyramid {
    private static final int BLOCK = 3;
    private static final double MOMENTUM = 0.1;
    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};
    private static final TensorOptional NOTHING = new TensorOptional();

    private final List<Layer> layers = new ArrayList<>();
    private final double epsilon;
    private final Scalar slope;

    /** The parameters of a convolution, and the scale and shift of the normalisation after it; without one, shift is its bias. */
    private record Layer(Job.Convolution shape, Tensor kernel, Tensor scale, Tensor shift) {}

    NoisePyramid(GeneratorJob job, Layout layout) {
        epsilon = job.epsilon();
        slope = new Scalar(job.slope());
        for (Job.Convolution layer : job.layers()) {
            Tensor kernel = layout.of(layer.kernel(), layer.outputs(), layer.side(), layer.side(), layer.inputs());
            layers.add(new Layer(layer, kernel, torch.ones(layer.outputs()), torch.zeros(layer.outputs())));
        }
    }

    /** Lets all that can be learned have gradients, and gives it. */
    List<Tensor> learn() {
        List<Tensor> learned = new ArrayList<>();
        for (Layer layer : layers) {
            learned.addAll(List.of(layer.kernel, layer.shift));
            if (layer.shape.normalised()) {
                learned.add(layer.scale);
            }
        }
        learned.forEach(parameter -> parameter.set_requires_grad(true));
        return learned;
    }

    /** Noise from coarse to fine, {@code [N,C,H/s,W/s] -> [N,3,H,W]}. */
    Tensor make(List<Tensor> noise) {
        Iterator<Layer> next = layers.iterator();
        Tensor maps = block(noise.get(0), next);
        for (Tensor finer : noise.subList(1, noise.size())) {
            Tensor larger = torch.upsample_nearest2d(maps, finer.size(2), finer.size(3));
            maps = block(torch.cat(new TensorVector(larger, block(finer, next)), 1), next);
        }
        Layer colours = next.next();
        return torch.sigmoid(convolve(maps, colours, new TensorOptional(colours.shift)));
    }

    private Tensor block(Tensor input, Iterator<Layer> next) {
        Tensor maps = input;
        for (int i = 0; i < BLOCK; i++) {
            Layer layer = next.next();
            Tensor normalised = torch.instance_norm(
                    convolve(maps, layer, NOTHING),
                    new TensorOptional(layer.scale),
                    new TensorOptional(layer.shift),
                    NOTHING,
                    NOTHING,
                    true,
                    MOMENTUM,
                    epsilon,
                    false);
            maps = torch.leaky_relu_(normalised, slope);
        }
        return maps;
    }

    private static Tensor convolve(Tensor maps, Layer layer, TensorOptional bias) {
        Tensor padded = layer.shape.side() == 1 ? maps : circular(maps, layer.shape.side() / 2);
        return torch.conv2d(padded, layer.kernel, bias, ONE, NONE, ONE, 1);
    }

    private static Tensor circular(Tensor maps, long width) {
        return torch.pad(maps, new long[] {width, width, width, width}, "circular", new DoubleOptional());
    }
}
