package lichen.synthesis.parameterization;

/**
 * Three colours that vary by themselves in photographs, roughly brightness, blue against yellow and green against magenta,
 * mixed into red, green and blue: the root of the covariance of colours, scaled so that its largest column has length 1.
 *
 * <p>Source: Lucid, the library beside Olah et al., "Feature Visualization" (2017): measured on ImageNet.
 */
final class DecorrelatedColours {
    private static final double[][] MIX =
            scaled(new double[][] {{0.26, 0.09, 0.02}, {0.27, 0, -0.05}, {0.27, -0.09, 0.03}});
    private static final double[][] TRANSPOSED = transposed(MIX);
    private static final double[][] INVERSE = inverse(MIX);

    private DecorrelatedColours() {}

    /** Planes {@code [3][P]} to pixels {@code [P][3]}. */
    static void mix(double[][] planes, double[] pixels) {
        for (int p = 0; p < planes[0].length; p++) {
            for (int c = 0; c < 3; c++) {
                double[] row = MIX[c];
                pixels[3 * p + c] = row[0] * planes[0][p] + row[1] * planes[1][p] + row[2] * planes[2][p];
            }
        }
    }

    /** The transpose of {@link #mix}, for gradients. */
    static void mixTransposed(double[] pixels, double[][] planes) {
        toPlanes(TRANSPOSED, pixels, planes);
    }

    /** The inverse of {@link #mix}. */
    static void separate(double[] pixels, double[][] planes) {
        toPlanes(INVERSE, pixels, planes);
    }

    private static void toPlanes(double[][] matrix, double[] pixels, double[][] planes) {
        for (int c = 0; c < 3; c++) {
            double[] row = matrix[c];
            for (int p = 0; p < planes[c].length; p++) {
                planes[c][p] = row[0] * pixels[3 * p] + row[1] * pixels[3 * p + 1] + row[2] * pixels[3 * p + 2];
            }
        }
    }

    private static double[][] scaled(double[][] matrix) {
        double largest = 0;
        for (int column = 0; column < 3; column++) {
            double square = 0;
            for (int row = 0; row < 3; row++) {
                square += matrix[row][column] * matrix[row][column];
            }
            largest = Math.max(largest, Math.sqrt(square));
        }
        double[][] scaled = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                scaled[row][column] = matrix[row][column] / largest;
            }
        }
        return scaled;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                transposed[column][row] = matrix[row][column];
            }
        }
        return transposed;
    }

    /** By Cramer's rule: cofactors, taken cyclically so that their signs come out, over the determinant. */
    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int r = (column + 1) % 3;
                int s = (column + 2) % 3;
                int c = (row + 1) % 3;
                int d = (row + 2) % 3;
                inverse[row][column] = m[r][c] * m[s][d] - m[r][d] * m[s][c];
            }
        }
        double determinant = m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
        for (double[] row : inverse) {
            for (int column = 0; column < 3; column++) {
                row[column] /= determinant;
            }
        }
        return inverse;
    }
}
