package lichen.synthesis.quilting;

import java.util.Arrays;

/**
 * Where a block meets what lies there already: what is inside all four cuts is new.
 *
 * @param left the first new column of each row
 * @param top the first new row of each column
 * @param right the last new column of each row
 * @param bottom the last new row of each column
 */
record Cuts(int[] left, int[] top, int[] right, int[] bottom) {
    /**
     * Cuts through the strips where the image is already.
     *
     * @param differences the squared difference between old and new at each row and column of the block
     */
    static Cuts of(double[][] differences, Overlap overlap) {
        int block = overlap.block();
        double[][] turned = transpose(differences);
        return new Cuts(
                near(differences, overlap.left()),
                near(turned, overlap.top()),
                far(differences, block, overlap.right()),
                far(turned, block, overlap.bottom()));
    }

    /** Whether a pixel is taken from the new block. */
    boolean takesNew(int column, int row) {
        return column >= left[row] && row >= top[column] && column <= right[row] && row <= bottom[column];
    }

    /** The cut through the first columns. */
    private static int[] near(double[][] differences, int width) {
        return width == 0 ? new int[differences.length] : BoundaryCut.through(columns(differences, 0, width));
    }

    /** The cut through the last columns. */
    private static int[] far(double[][] differences, int block, int width) {
        int first = block - width;
        int[] cut = width == 0 ? new int[differences.length] : BoundaryCut.through(columns(differences, first, block));
        return Arrays.stream(cut)
                .map(column -> width == 0 ? block - 1 : first + column)
                .toArray();
    }

    private static double[][] columns(double[][] differences, int from, int to) {
        return Arrays.stream(differences)
                .map(row -> Arrays.copyOfRange(row, from, to))
                .toArray(double[][]::new);
    }

    private static double[][] transpose(double[][] square) {
        double[][] turned = new double[square.length][square.length];
        for (int row = 0; row < square.length; row++) {
            for (int column = 0; column < square.length; column++) {
                turned[column][row] = square[row][column];
            }
        }
        return turned;
    }
}
