package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A batch laid out with zeros after each row and each image, so wide that a kernel reaching over the border of one row sees
 * them and not the next row. Pixels are numbered through: a shift by (dy, dx) is one by dy rowWidth + dx.
 */
final class ZeroGrid {
    private final long batch;
    private final long height;
    private final long width;
    private final long reach;

    /**
     * A grid.
     *
     * @param reach how far a kernel reaches from its centre
     */
    ZeroGrid(long batch, long height, long width, long reach) {
        this.batch = batch;
        this.height = height;
        this.width = width;
        this.reach = reach;
    }

    long rowWidth() {
        return width + reach;
    }

    long pixels() {
        return batch * (height + reach) * rowWidth();
    }

    /** How far before the first pixel a kernel reaches by its rows. */
    long rowMargin() {
        return reach * rowWidth();
    }

    /** How far before the first pixel a kernel reaches. */
    long margin() {
        return rowMargin() + reach;
    }

    /** Copies two batches onto the grid: one {@code margin} pixels behind the beginning of its array, the other at it. */
    Kernel copies(INDArray first, INDArray firstGrid, long margin, INDArray second, INDArray secondGrid) {
        firstGrid.assign(0);
        secondGrid.assign(0);
        INDArray shifted = firstGrid.get(NDArrayIndex.interval(margin, margin + pixels()), NDArrayIndex.all());
        INDArray firstInside = inside(shifted);
        INDArray secondInside = inside(secondGrid);
        INDArray firstRows = rows(first);
        INDArray secondRows = rows(second);
        return () -> {
            firstInside.assign(firstRows);
            secondInside.assign(secondRows);
        };
    }

    private INDArray inside(INDArray grid) {
        long channels = grid.size(1);
        return grid.reshape('c', batch, height + reach, rowWidth() * channels)
                .get(NDArrayIndex.all(), NDArrayIndex.interval(0, height), NDArrayIndex.interval(0, width * channels));
    }

    private INDArray rows(INDArray maps) {
        return maps.reshape('c', batch, height, width * Nhwc.channels(maps));
    }
}
