package lichen.model.train;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.spec.Block;
import lichen.model.spec.Fcn;

/** A network small enough for finite differences, with all kinds of layers that FCN512 has, and batches for it. */
final class SmallTraining {
    static final int IMAGES = 2;
    static final Size SIZE = new Size(28, 24);
    static final int NUMBERS = IMAGES * SIZE.width() * SIZE.height() * 3;

    private SmallTraining() {}

    static Fcn network() {
        return new Fcn(
                List.of(
                        new Block(6, 5, false),
                        new Block(5, 3, true),
                        new Block(7, 3, false),
                        new Block(4, 1, true),
                        new Block(3, 1, false)),
                Optional.empty());
    }

    static Reconstruction program(TensorScope scope) {
        return program(network(), scope);
    }

    static Reconstruction program(Fcn fcn, TensorScope scope) {
        return Reconstruction.of(fcn.trainable(new RandomStreams(11).stream("network")), IMAGES, SIZE, scope);
    }

    /** Numbers in [0,1], the same for the same seed. */
    static float[] batch(long seed) {
        Random random = new Random(seed);
        float[] batch = new float[NUMBERS];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = random.nextFloat();
        }
        return batch;
    }
}
