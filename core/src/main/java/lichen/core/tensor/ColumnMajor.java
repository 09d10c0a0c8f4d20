package lichen.core.tensor;

import java.nio.FloatBuffer;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies between matrices {@code [P,D]}, which lie row by row, and Java arrays {@code [D][P]}, flattened, in which each column lies in one piece.
 * What works through single columns needs them so: in a matrix each number of a column lies in another line of the cache. Blocks of
 * rows are dealt out to the processors.
 */
public final class ColumnMajor {
    /** A block of so many rows of 64 columns fits into the fastest cache. */
    private static final int BLOCK = 64;

    private final int rows;
    private final int columns;
    private final HostWork work;
    private final float[][] blocks;

    /**
     * Prepares copies.
     *
     * @param rows P
     * @param columns D
     * @param scope the owner of what is needed on the way
     */
    public ColumnMajor(int rows, int columns, TensorScope scope) {
        this.rows = rows;
        this.columns = columns;
        work = HostWork.moving((rows + BLOCK - 1) / BLOCK, (long) BLOCK * columns);
        blocks = new float[work.workers()][];
        for (int worker = 0; worker < blocks.length; worker++) {
            blocks[worker] = scope.floats(BLOCK * columns);
        }
    }

    /** Copies a contiguous matrix, which is only read, into columns. */
    public void read(INDArray matrix, float[] numbers) {
        requireShape(matrix, numbers);
        FloatBuffer view = HostMemory.view(matrix);
        work.run((worker, block) -> {
            float[] tile = blocks[worker];
            int first = block * BLOCK;
            int count = Math.min(BLOCK, rows - first);
            view.get(first * columns, tile, 0, count * columns);
            for (int column = 0; column < columns; column++) {
                int to = column * rows + first;
                for (int row = 0; row < count; row++) {
                    numbers[to + row] = tile[row * columns + column];
                }
            }
        });
    }

    /** Copies columns into a contiguous matrix: the way back of {@link #read}. */
    public void write(float[] numbers, INDArray matrix) {
        requireShape(matrix, numbers);
        FloatBuffer view = HostMemory.view(matrix);
        work.run((worker, block) -> {
            float[] tile = blocks[worker];
            int first = block * BLOCK;
            int count = Math.min(BLOCK, rows - first);
            for (int column = 0; column < columns; column++) {
                int from = column * rows + first;
                for (int row = 0; row < count; row++) {
                    tile[row * columns + column] = numbers[from + row];
                }
            }
            view.put(first * columns, tile, 0, count * columns);
        });
        HostMemory.written(matrix);
    }

    private void requireShape(INDArray matrix, float[] numbers) {
        Require.that(
                matrix.length() == (long) rows * columns && numbers.length == matrix.length(),
                "matrix",
                "must be of " + rows + " x " + columns + " numbers, as the array");
    }
}
