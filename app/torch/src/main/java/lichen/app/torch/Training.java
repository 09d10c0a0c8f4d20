package lichen.app.torch;

import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** Steps of Adam towards a network that gives back the images that it sees. */
final class Training implements Work {
    private static final int CHANNELS = 3;

    private final Network network;
    private final Tensor batch;
    private final Adam adam;

    Training(NetworkJob job, Layout layout) {
        network = new Network(job, layout);
        batch = layout.of(job.pixels(), job.images(), job.side(), job.side(), CHANNELS);
        adam = new Adam(new TensorVector(network.learn().toArray(Tensor[]::new)), new AdamOptions(job.rate()));
    }

    @Override
    public double run() {
        adam.zero_grad();
        Tensor loss = network.reconstruct(batch).sub(batch).square().mean();
        loss.backward();
        adam.step();
        return loss.item_double();
    }

    @Override
    public float[] gradient() {
        return new float[0];
    }
}
