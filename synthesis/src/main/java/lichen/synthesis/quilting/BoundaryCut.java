package lichen.synthesis.quilting;

/**
 * The cut of least error through a strip: one column for each row, neighbouring rows at most one column apart.
 *
 * <p>e[i] + min(E[i-1][j-1], E[i-1][j], E[i-1][j+1]), from the first row to the last, and back along what was least. Of equal
 * ways the one farthest to the left is taken.
 */
final class BoundaryCut {
    private BoundaryCut() {}

    /**
     * Finds the cut.
     *
     * @param errors what it costs to cut at each row and column, {@code [rows][columns]}
     * @return the column of each row
     */
    static int[] through(double[][] errors) {
        int rows = errors.length;
        double[][] total = new double[rows][];
        total[0] = errors[0].clone();
        for (int row = 1; row < rows; row++) {
            total[row] = errors[row].clone();
            for (int column = 0; column < total[row].length; column++) {
                total[row][column] += total[row - 1][leastNear(total[row - 1], column)];
            }
        }
        int[] cut = new int[rows];
        cut[rows - 1] = least(total[rows - 1], 0, total[rows - 1].length);
        for (int row = rows - 2; row >= 0; row--) {
            cut[row] = leastNear(total[row], cut[row + 1]);
        }
        return cut;
    }

    private static int leastNear(double[] totals, int column) {
        return least(totals, Math.max(0, column - 1), Math.min(totals.length, column + 2));
    }

    private static int least(double[] totals, int from, int to) {
        int best = from;
        for (int column = from + 1; column < to; column++) {
            if (totals[column] < totals[best]) {
                best = column;
            }
        }
        return best;
    }
}
