package lichen.descriptor.quantile;

import java.util.Arrays;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.ColumnBlocks;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The quantile function of each column of a matrix, as the averages of Q equal shares of the sorted column.
 *
 * <p>{@code [P,D] -> [D,Q]}, ascending. Invariant to any permutation within a column. Up to {@link Groups#FEW} numbers it is exact; more
 * are not sorted but dealt out to {@link Groups#MANY} groups of equal width, and within one their order is left open: no average
 * is off by more than that width, and the means of the columns are kept. Cost: D times three passes over P numbers, on all
 * processors.
 *
 * <p>Pullback: what a share receives is spread equally over the numbers in it, and goes back to where they came from.
 */
public final class ColumnQuantiles {
    private final int rows;
    private final int quantiles;
    private final ColumnBlocks work;
    private final Shares shares;
    private final float[] averages;
    private final Groups[] groups;
    private final int[] counts;
    private final double[][] sums;

    private ColumnQuantiles(int rows, int columns, int quantiles, TensorScope scope) {
        this.rows = rows;
        this.quantiles = quantiles;
        work = new ColumnBlocks(rows, columns, scope);
        shares = new Shares(rows, quantiles);
        averages = scope.floats(columns * quantiles);
        groups = new Groups[columns];
        counts = scope.ints(columns * Groups.room(rows));
        sums = new double[work.workers()][];
        for (int worker = 0; worker < sums.length; worker++) {
            sums[worker] = scope.doubles(Groups.room(rows));
        }
    }

    /**
     * Computes the quantiles.
     *
     * @param matrix {@code [P,D]}, contiguous; only read, and once more on the way back
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
        ColumnQuantiles of = new ColumnQuantiles(Math.toIntExact(matrix.size(0)), columns, quantiles, scope);
        of.work.read(matrix, of::average);
        INDArray result = scope.array(columns, quantiles);
        HostMemory.write(of.averages, result);
        return new Evaluation<>(result, cotangent -> {
            HostMemory.read(cotangent, of.averages);
            of.work.replace(matrix, of::pullBack, gradient);
            return gradient; // [P,D]
        });
    }

    private void average(int worker, int column, float[] numbers, int first) {
        double[] sum = sums[worker];
        int firstGroup = column * sum.length;
        Groups own = Groups.of(numbers, first, rows);
        groups[column] = own;
        Arrays.fill(sum, 0);
        Arrays.fill(counts, firstGroup, firstGroup + sum.length, 0);
        for (int i = first; i < first + rows; i++) {
            int group = own.of(numbers[i]);
            counts[firstGroup + group]++;
            sum[group] += numbers[i];
        }
        shares.average(counts, firstGroup, sum, averages, column * quantiles);
    }

    /** The gradient takes the place of the numbers. */
    private void pullBack(int worker, int column, float[] numbers, int first) {
        double[] gradients = sums[worker];
        shares.pullBack(averages, column * quantiles, counts, column * gradients.length, gradients);
        Groups own = groups[column];
        for (int i = first; i < first + rows; i++) {
            numbers[i] = (float) gradients[own.of(numbers[i])];
        }
    }
}
