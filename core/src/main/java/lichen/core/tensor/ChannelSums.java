package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The sum of each channel over all pixels of a batch, as a kernel over fixed arrays.
 *
 * <p>Columns are summed up first, then what remains of them: sums of thousands of numbers at most, which float32 carries,
 * where one sum of all pixels would lose digits. Each is a product with a vector of ones, the fastest sum there is here.
 */
public final class ChannelSums {
    private ChannelSums() {}

    /**
     * s[c] = sum over n, y, x of maps[n,y,x,c].
     *
     * @param maps {@code [N,H,W,C]}
     * @param sums {@code [C]}, overwritten
     * @param scope owner of what lies between
     */
    public static Kernel of(INDArray maps, INDArray sums, TensorScope scope) {
        Nhwc.require("maps", maps);
        long rows = maps.size(0) * maps.size(1);
        long columns = maps.size(2);
        long channels = Nhwc.channels(maps);
        INDArray all = maps.reshape('c', rows, columns * channels);
        INDArray across = scope.array(columns * channels); // [W C]
        INDArray left = across.reshape('c', columns, channels);
        INDArray rowOnes = ones(rows, scope);
        INDArray columnOnes = ones(columns, scope);
        return () -> {
            MatrixProduct.channelSums(all, rowOnes, across);
            MatrixProduct.channelSums(left, columnOnes, sums);
        };
    }

    private static INDArray ones(long length, TensorScope scope) {
        INDArray ones = scope.array(length);
        ones.assign(1);
        return ones;
    }
}
