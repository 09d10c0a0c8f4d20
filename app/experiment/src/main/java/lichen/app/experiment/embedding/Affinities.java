package lichen.app.experiment.embedding;

/**
 * How likely each point is to choose each other one as its neighbour, the P of t-SNE: p_ij = (p_j|i + p_i|j) / 2n, where
 * p_j|i is proportional to exp(-beta_i |x_i - x_j|^2), and beta_i is such that the perplexity, exp of the entropy of p_.|i,
 * is as asked for.
 *
 * <p>Cost: about 50 n^2 exponentials. Source: van der Maaten and Hinton, Visualizing data using t-SNE, 2008, sections 2 and
 * 3.1.
 */
final class Affinities {
    private static final int MOST_TRIALS = 200;
    private static final double TOLERANCE = 1e-10;

    private Affinities() {}

    /** {@code [n,d] -> [n][n]} flattened: symmetric, zero on the diagonal, its sum 1. */
    static double[] of(Points points, double perplexity) {
        int n = points.count();
        double[] squares = points.squaredDistances();
        double[] joint = new double[squares.length];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            conditional(squares, i, Math.log(perplexity), row);
            for (int j = 0; j < n; j++) {
                joint[i * n + j] += row[j] / (2 * n);
                joint[j * n + i] += row[j] / (2 * n);
            }
        }
        return joint;
    }

    /**
     * Finds beta by bisection, after doubling or halving has enclosed it. Where more points coincide with this one than the
     * perplexity asks for, no beta is large enough: the last trial then shares the weight among them.
     */
    private static void conditional(double[] squares, int i, double wanted, double[] row) {
        double beta = 1 / meanSquare(squares, i, row.length);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double surplus = distribute(squares, i, beta, row) - wanted;
            if (Math.abs(surplus) < TOLERANCE) {
                return;
            }
            if (surplus > 0) {
                low = beta;
                beta = Double.isInfinite(high) ? 2 * beta : (low + high) / 2;
            } else {
                high = beta;
                beta = (low + high) / 2;
            }
        }
    }

    /** Fills in p_.|i for a beta; returns its entropy. */
    private static double distribute(double[] squares, int i, double beta, double[] row) {
        int n = row.length;
        double nearest = nearest(squares, i, n);
        double sum = 0;
        double moment = 0;
        for (int j = 0; j < n; j++) {
            // Relative to the nearest, lest all become zero.
            double excess = squares[i * n + j] - nearest;
            row[j] = i == j ? 0 : Math.exp(-beta * excess);
            sum += row[j];
            moment += row[j] > 0 ? row[j] * excess : 0;
        }
        for (int j = 0; j < n; j++) {
            row[j] /= sum;
        }
        return Math.log(sum) + beta * moment / sum;
    }

    private static double nearest(double[] squares, int i, int n) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            nearest = i == j ? nearest : Math.min(nearest, squares[i * n + j]);
        }
        return nearest;
    }

    /** Never zero: a point cannot coincide with all others. */
    private static double meanSquare(double[] squares, int i, int n) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += squares[i * n + j];
        }
        return sum / (n - 1);
    }
}
