package lichen.app.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** Steps of Adam towards a texture network that makes given images of given noise. */
final class GeneratorTraining implements Work {
    private static final int CHANNELS = 3;

    private final NoisePyramid network;
    private final List<Tensor> noise = new ArrayList<>();
    private final Tensor target;
    private final Adam adam;

    GeneratorTraining(GeneratorJob job, Layout layout) {
        network = new NoisePyramid(job, layout);
        int channels = job.layers().get(0).inputs();
        for (int scale = 0; scale < job.noise().size(); scale++) {
            int side = job.side() >> (job.noise().size() - 1 - scale);
            noise.add(layout.of(job.noise().get(scale), job.images(), side, side, channels));
        }
        target = layout.of(job.target(), job.images(), job.side(), job.side(), CHANNELS);
        adam = new Adam(new TensorVector(network.learn().toArray(Tensor[]::new)), new AdamOptions(job.rate()));
    }

    @Override
    public double run() {
        adam.zero_grad();
        Tensor loss = network.make(noise).sub(target).square().mean();
        loss.backward();
        adam.step();
        return loss.item_double();
    }

    @Override
    public float[] gradient() {
        return new float[0];
    }
}
