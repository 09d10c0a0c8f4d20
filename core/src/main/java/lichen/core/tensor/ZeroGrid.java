package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An image laid out with zeros after each row and below the last, so wide that a kernel reaching over the border of one row
 * sees them and not the next row. Pixels are numbered through: a shift by (dy, dx) is one by dy rowWidth + dx.
 */
final class ZeroGrid {
    private final long height;
    private final long width;
    private final long reach;

    /**
     * A grid.
     *
     * @param reach how far a kernel reaches from its centre
     */
    ZeroGrid(long height, long width, long reach) {
        this.height = height;
        this.width = width;
        this.reach = reach;
    }

    long rowWidth() {
        return width + reach;
    }

    long pixels() {
        return (height + reach) * rowWidth();
    }

    /** How far before the first pixel a kernel reaches by its rows. */
    long rowMargin() {
        return reach * rowWidth();
    }

    /** How far before the first pixel a kernel reaches. */
    long margin() {
        return rowMargin() + reach;
    }

    /**
     * Copies an image of a batch onto the grid; what is zero there stays so.
     *
     * @param grid {@code [pixels or more, C]}
     * @param first the row of it that is the first pixel
     */
    Kernel copy(INDArray batch, int image, INDArray grid, long first) {
        // Three axes although the first is 1: with two, the native copy takes eight times as long.
        long channels = Nhwc.channels(batch);
        INDArray inside = grid.get(NDArrayIndex.interval(first, first + pixels()), NDArrayIndex.all())
                .reshape('c', 1, height + reach, rowWidth() * channels)
                .get(NDArrayIndex.all(), NDArrayIndex.interval(0, height), NDArrayIndex.interval(0, width * channels));
        INDArray rows = batch.reshape('c', batch.size(0), height, width * channels)
                .get(NDArrayIndex.interval(image, image + 1), NDArrayIndex.all(), NDArrayIndex.all());
        return () -> inside.assign(rows);
    }
}
