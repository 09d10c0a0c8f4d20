package lichen.core.random;

/** The method of Gram and Schmidt, a row at a time: normal numbers become orthonormal rows, uniform over all rotations. */
public final class GramSchmidt {
    private GramSchmidt() {}

    /**
     * Takes out of a row what those before it hold of it.
     *
     * @param rows those before it of length 1
     * @param first the first one that counts
     * @param row which one; changed
     * @return the length that is left of it
     */
    public static double separate(double[][] rows, int first, int row) {
        for (int other = first; other < row; other++) {
            double share = dot(rows[row], rows[other]);
            for (int k = 0; k < rows[row].length; k++) {
                rows[row][k] -= share * rows[other][k];
            }
        }
        return Math.sqrt(dot(rows[row], rows[row]));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }
}
