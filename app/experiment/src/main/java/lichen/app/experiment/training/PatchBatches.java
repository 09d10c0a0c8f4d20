package lichen.app.experiment.training;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import lichen.io.data.DataSet;
import lichen.io.data.Draw;
import lichen.io.data.Epochs;
import lichen.io.data.ReadAhead;
import lichen.model.train.BatchSource;
import lichen.model.train.Batches;

/**
 * Patches as batches, read from the disk while the network learns.
 *
 * @param set where the patches are
 * @param order the patches of each epoch
 * @param images how many make a batch
 */
record PatchBatches(DataSet set, IntFunction<List<Draw>> order, int images) implements BatchSource {
    private static final int BATCHES_AHEAD = 2;
    private static final int THREADS = 2;

    /** Shuffled and turned, another way in each epoch. */
    static PatchBatches training(Epochs epochs, int images) {
        return new PatchBatches(epochs.set(), epochs::training, images);
    }

    /** As they are. */
    static PatchBatches validation(Epochs epochs, int images) {
        return new PatchBatches(epochs.set(), epoch -> epochs.validation(), images);
    }

    @Override
    public Batches open(int epoch, int first) {
        List<Draw> draws = order.apply(epoch);
        List<Draw> rest = draws.subList(Math.min(draws.size(), first * images), draws.size());
        ReadAhead reader = new ReadAhead(set, rest.iterator(), BATCHES_AHEAD * images, THREADS);
        return new Batches() {
            @Override
            public int next(float[] batch) throws IOException {
                int count = 0;
                while (count < images && reader.hasNext()) {
                    float[] image = reader.next().toArray();
                    System.arraycopy(image, 0, batch, count * image.length, image.length);
                    count++;
                }
                return count;
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
