package lichen.model.train;

import java.io.IOException;

/** The batches of one epoch, one after the other. */
public interface Batches extends AutoCloseable {
    /**
     * Fills in the next batch.
     *
     * @param images where it goes, RGB in [0,1], {@code [N,H,W,3]}
     * @return how many images it is: N, or fewer at the end, or 0 when there is none any more
     * @throws IOException naming the file that cannot be read
     */
    int next(float[] images) throws IOException;

    @Override
    void close();
}
