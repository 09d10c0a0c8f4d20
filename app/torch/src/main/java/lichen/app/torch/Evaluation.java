package lichen.app.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A loss of an image and its gradient: weights have none. */
final class Evaluation implements Work {
    private static final int CHANNELS = 3;

    private final Network network;
    private final boolean gram;
    private final Tensor image;
    private final List<Tensor> target;

    Evaluation(NetworkJob job, Layout layout) {
        network = new Network(job, layout);
        gram = job.loss().equals("GRAM");
        image = layout.of(job.pixels(), 1, job.side(), job.side(), CHANNELS);
        target = statistics(network.taps(layout.of(job.target(), 1, job.side(), job.side(), CHANNELS)));
        image.set_requires_grad(true);
    }

    @Override
    public double run() {
        if (image.grad().defined()) {
            image.mutable_grad().reset();
        }
        Tensor loss = distance(statistics(network.taps(image)));
        loss.backward();
        return loss.item_double();
    }

    private List<Tensor> statistics(List<Tensor> taps) {
        List<Tensor> statistics = new ArrayList<>();
        for (Tensor tap : taps) {
            long pixels = tap.size(2) * tap.size(3);
            if (gram) {
                Tensor maps = tap.reshape(tap.size(1), pixels);
                statistics.add(torch.matmul(maps, maps.t()).div(new Scalar((double) pixels))); // [C,C]
            } else {
                statistics.add(tap.mean(2, 3)); // [1,C]
            }
        }
        return statistics;
    }

    private Tensor distance(List<Tensor> statistics) {
        Tensor sum = statistics.get(0).sub(target.get(0)).square().sum();
        for (int layer = 1; layer < statistics.size(); layer++) {
            sum = sum.add(statistics.get(layer).sub(target.get(layer)).square().sum());
        }
        return gram ? sum : sum.sqrt();
    }

    @Override
    public float[] gradient() {
        return Layout.numbers(image.grad());
    }
}
