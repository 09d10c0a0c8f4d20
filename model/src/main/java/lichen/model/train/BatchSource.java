package lichen.model.train;

import java.io.IOException;

/** Images to train on, epoch by epoch, in batches. The same epoch gives the same batches whenever it is opened. */
@FunctionalInterface
public interface BatchSource {
    /**
     * Opens an epoch.
     *
     * @param epoch its number, from 0
     * @param first the batch to begin with, from 0: a training that goes on does not begin at the first one
     * @throws IOException naming the file that cannot be read
     */
    Batches open(int epoch, int first) throws IOException;
}
