package lichen.core.tensor;

import java.util.Arrays;
import lichen.core.check.Require;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The convention of all image-like tensors, {@code [N,H,W,C]} float32 contiguous in 'c' order, and its checks. An image is a
 * batch of one, N = 1.
 */
public final class Nhwc {
    private Nhwc() {}

    /**
     * Checks the convention. Native kernels trust it: an array that is not contiguous would crash the process.
     *
     * @throws lichen.core.check.InvalidValueException if the array is not float32 {@code [N,H,W,C]} in 'c' order, or is a
     *     view with gaps
     */
    public static INDArray require(String name, INDArray tensor) {
        Require.that(
                tensor.rank() == 4, name, "must have the shape [N,H,W,C], but has " + Arrays.toString(tensor.shape()));
        requireContiguous(name, tensor);
        return tensor;
    }

    /** Checks that an array is float32, contiguous and in 'c' order. */
    public static INDArray requireContiguous(String name, INDArray tensor) {
        Require.that(tensor.dataType() == DataType.FLOAT, name, "must be of type float32, but is " + tensor.dataType());
        Require.that(isContiguous(tensor), name, "must be contiguous in 'c' order: copy the view first");
        return tensor;
    }

    /** Checks that an array is an image, {@code [1,H,W,3]}. */
    public static INDArray requireImage(INDArray tensor) {
        require("image", tensor);
        Require.that(tensor.size(0) == 1, "image", "must be one, but is a batch of " + tensor.size(0));
        Require.that(tensor.size(3) == 3, "image", "must have 3 channels, but has " + tensor.size(3));
        return tensor;
    }

    /** The number of pixels, N H W. */
    public static long pixels(INDArray tensor) {
        return tensor.size(0) * tensor.size(1) * tensor.size(2);
    }

    /** The number of channels, C. */
    public static long channels(INDArray tensor) {
        return tensor.size(3);
    }

    /** The same memory as a matrix {@code [N H W, C]}: a row is a pixel. */
    public static INDArray asMatrix(INDArray tensor) {
        require("maps", tensor);
        return tensor.reshape('c', pixels(tensor), channels(tensor));
    }

    /** A view of some rows of maps, contiguous where the maps are one image's: {@code [N,H,W,C] -> [N,count,W,C]}. */
    public static INDArray rows(INDArray maps, int first, int count) {
        return maps.get(
                NDArrayIndex.all(),
                NDArrayIndex.interval(first, first + count),
                NDArrayIndex.all(),
                NDArrayIndex.all());
    }

    /** Whether the array is one value for all pixels, {@code [1,1,1,C]}. */
    public static boolean isConstant(INDArray tensor) {
        return tensor.rank() == 4 && tensor.size(1) == 1 && tensor.size(2) == 1;
    }

    private static boolean isContiguous(INDArray tensor) {
        long expected = 1;
        for (int axis = tensor.rank() - 1; axis >= 0; axis--) {
            if (tensor.size(axis) != 1 && tensor.stride(axis) != expected) {
                return false;
            }
            expected *= tensor.size(axis);
        }
        return true;
    }
}
