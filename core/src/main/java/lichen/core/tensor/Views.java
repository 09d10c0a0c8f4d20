package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Parts of a vector that are seen as tensors: the same memory, and contiguous, so that kernels take them. */
public final class Views {
    private Views() {}

    /**
     * A part of a vector.
     *
     * @param vector rank 1, contiguous
     * @param first where the part begins
     * @param shape the shape it is seen in, 'c' order
     */
    public static INDArray of(INDArray vector, long first, long... shape) {
        Nhwc.requireContiguous("vector", vector);
        long length = 1;
        for (long extent : shape) {
            length *= extent;
        }
        return vector.get(NDArrayIndex.interval(first, first + length)).reshape('c', shape);
    }

    /** One image of a batch, {@code [1,H,W,C]}. */
    public static INDArray image(INDArray batch, int image) {
        long each = batch.length() / batch.size(0);
        return of(vector(batch), image * each, 1, batch.size(1), batch.size(2), batch.size(3));
    }

    /** Columns of maps {@code [N,H,W,C]}, from one to before another: {@code [N,H,end-first,C]}, not contiguous. */
    public static INDArray columns(INDArray maps, long first, long end) {
        return maps.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(first, end), NDArrayIndex.all());
    }

    /** A tensor as a vector. */
    public static INDArray vector(INDArray tensor) {
        return Nhwc.requireContiguous("tensor", tensor).reshape(tensor.length());
    }
}
