package lichen.core.tensor;

import java.nio.FloatBuffer;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Work on single columns of a matrix {@code [P,D]}: some neighbours at a time are copied to where each lies in one piece, are worked on, and may
 * be copied back. In a matrix, which lies row by row, each number of a column lies in another line of the cache; a block of columns
 * shares them. Blocks are dealt out to the processors.
 */
public final class ColumnBlocks {
    /** The most numbers of a block, unless a single column has more. */
    private static final int MOST = 1 << 22;

    /** Rows that are copied at a time. */
    private static final int TILE = 64;

    private final int rows;
    private final int columns;
    private final int width;
    private final HostWork work;
    private final float[][] blocks;
    private final float[][] tiles;

    /**
     * Prepares the work.
     *
     * @param rows P
     * @param columns D
     * @param scope the owner of what the blocks are copied to
     */
    public ColumnBlocks(int rows, int columns, TensorScope scope) {
        this.rows = rows;
        this.columns = columns;
        int share = -Math.floorDiv(-columns, HostWork.of(columns).workers());
        width = Math.max(1, Math.min(share, MOST / rows));
        work = HostWork.of(-Math.floorDiv(-columns, width));
        blocks = new float[work.workers()][];
        tiles = new float[work.workers()][];
        for (int worker = 0; worker < blocks.length; worker++) {
            blocks[worker] = scope.floats(width * rows);
            tiles[worker] = scope.floats(width * TILE);
        }
    }

    /** How many workers share the work. */
    public int workers() {
        return work.workers();
    }

    /** Does something with each column of a contiguous matrix, which is only read. */
    public void read(INDArray matrix, Column column) {
        FloatBuffer view = view(matrix);
        work.run((worker, block) -> visit(view, worker, block, column));
    }

    /**
     * Replaces each column.
     *
     * @param matrix contiguous; only read
     * @param column writes its new numbers over the old ones
     * @param result contiguous, of the same shape: receives the new numbers; may be the matrix itself
     */
    public void replace(INDArray matrix, Column column, INDArray result) {
        FloatBuffer from = view(matrix);
        FloatBuffer to = view(result);
        work.run((worker, block) -> {
            visit(from, worker, block, column);
            write(to, worker, block);
        });
        HostMemory.written(result);
    }

    private void visit(FloatBuffer matrix, int worker, int block, Column column) {
        int first = block * width;
        int count = count(block);
        float[] numbers = blocks[worker];
        float[] tile = tiles[worker];
        for (int top = 0; top < rows; top += TILE) {
            int height = Math.min(TILE, rows - top);
            for (int row = 0; row < height; row++) {
                matrix.get((top + row) * columns + first, tile, row * count, count);
            }
            for (int i = 0; i < count; i++) {
                for (int row = 0; row < height; row++) {
                    numbers[i * rows + top + row] = tile[row * count + i];
                }
            }
        }
        for (int i = 0; i < count; i++) {
            column.visit(worker, first + i, numbers, i * rows);
        }
    }

    private void write(FloatBuffer matrix, int worker, int block) {
        int first = block * width;
        int count = count(block);
        float[] numbers = blocks[worker];
        float[] tile = tiles[worker];
        for (int top = 0; top < rows; top += TILE) {
            int height = Math.min(TILE, rows - top);
            for (int i = 0; i < count; i++) {
                for (int row = 0; row < height; row++) {
                    tile[row * count + i] = numbers[i * rows + top + row];
                }
            }
            for (int row = 0; row < height; row++) {
                matrix.put((top + row) * columns + first, tile, row * count, count);
            }
        }
    }

    private int count(int block) {
        return Math.min(width, columns - block * width);
    }

    private FloatBuffer view(INDArray matrix) {
        Require.that(
                matrix.length() == (long) rows * columns,
                "matrix",
                "must be of " + rows + " x " + columns + " numbers, but holds " + matrix.length());
        return HostMemory.view(matrix);
    }

    /** What is done with a column. */
    @FunctionalInterface
    public interface Column {
        /**
         * Does it.
         *
         * @param worker who does it; its columns come one after the other
         * @param index which column
         * @param numbers holds its P numbers from {@code first} on, and others
         * @param first where they begin
         */
        void visit(int worker, int index, float[] numbers, int first);
    }
}
