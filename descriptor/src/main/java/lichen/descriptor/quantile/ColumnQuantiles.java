package lichen.descriptor.quantile;

import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.HostWork;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The quantile function of each column of a matrix, as the averages of Q equal shares of the sorted column.
 *
 * <p>{@code [P,D] -> [D,Q]}, ascending. Invariant to any permutation within a column. Cost: D radix sorts of P numbers, on all
 * processors.
 *
 * <p>Pullback: what a share receives is spread equally over the numbers in it, and goes back to where they came from. Where
 * two numbers are equal it is one of several subgradients.
 */
public final class ColumnQuantiles {
    private final int columns;
    private final int quantiles;
    private final HostWork work;
    private final Shares shares;
    private final float[] matrix;
    private final float[] averages;
    private final int[] order;
    private final long[][] packed;
    private final long[][] buffers;
    private final int[][] counts;

    private ColumnQuantiles(int rows, int columns, int quantiles, TensorScope scope) {
        this.columns = columns;
        this.quantiles = quantiles;
        work = HostWork.of(columns);
        int workers = work.workers();
        shares = new Shares(rows, quantiles);
        matrix = scope.floats(rows * columns);
        averages = scope.floats(columns * quantiles);
        order = scope.ints(rows * columns);
        packed = new long[workers][];
        buffers = new long[workers][];
        counts = new int[workers][];
        for (int worker = 0; worker < workers; worker++) {
            packed[worker] = scope.longs(rows);
            buffers[worker] = scope.longs(rows);
            counts[worker] = scope.ints(RadixSort.BUCKETS);
        }
    }

    /**
     * Computes the quantiles.
     *
     * @param matrix {@code [P,D]}, contiguous; only read
     * @param quantiles Q
     * @param scope the owner of everything that is needed
     * @return the quantiles {@code [D,Q]}, and the way back to {@code [P,D]}
     */
    public static Evaluation<INDArray, INDArray> of(INDArray matrix, int quantiles, TensorScope scope) {
        return of(matrix, scope.array(matrix.shape()), quantiles, scope);
    }

    /**
     * As {@link #of(INDArray, int, TensorScope)}, with less memory.
     *
     * @param matrix consumed: the gradient takes its place
     */
    public static Evaluation<INDArray, INDArray> inPlace(INDArray matrix, int quantiles, TensorScope scope) {
        return of(matrix, matrix, quantiles, scope);
    }

    private static Evaluation<INDArray, INDArray> of(
            INDArray matrix, INDArray gradient, int quantiles, TensorScope scope) {
        int columns = Math.toIntExact(matrix.size(1));
        ColumnQuantiles sorter = new ColumnQuantiles(Math.toIntExact(matrix.size(0)), columns, quantiles, scope);
        HostMemory.read(matrix, sorter.matrix);
        sorter.work.run(sorter::sort);
        INDArray result = scope.array(columns, quantiles);
        HostMemory.write(sorter.averages, result);
        return new Evaluation<>(result, cotangent -> {
            HostMemory.read(cotangent, sorter.averages);
            sorter.work.run(sorter::pullBack);
            HostMemory.write(sorter.matrix, gradient);
            return gradient; // [P,D]
        });
    }

    private void sort(int worker, int index) {
        long[] numbers = packed[worker];
        MatrixColumn column = new MatrixColumn(matrix, columns, index);
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = RadixSort.packed(column.get(row), row);
        }
        long[] sorted = new RadixSort(counts[worker]).sort(numbers, buffers[worker]);
        int first = index * numbers.length;
        for (int i = 0; i < sorted.length; i++) {
            order[first + i] = RadixSort.place(sorted[i]);
        }
        shares.average(sorted, averages, index * quantiles);
    }

    private void pullBack(int worker, int index) {
        MatrixColumn column = new MatrixColumn(matrix, columns, index);
        shares.pullBack(averages, index * quantiles, order, index * shares.numbers(), column);
    }
}
