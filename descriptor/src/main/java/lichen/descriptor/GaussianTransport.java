package lichen.descriptor;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * How far apart the shapes of two Gaussians are: b = tr (T^½ S T^½)^½ for covariances S and T, and its gradient.
 *
 * <p>With T = L Lᵀ (Cholesky) and Lᵀ S L = V diag(e) Vᵀ: b = sum of e^½ and db/dS = ½ (L V) diag(e^-½) (L V)ᵀ. Cost: one
 * eigendecomposition, about 10 C³ multiply-adds in double precision.
 */
public final class GaussianTransport {
    private final double[] roots;
    private final double[][] axes;

    private GaussianTransport(double[] roots, double[][] axes) {
        this.roots = roots;
        this.axes = axes;
    }

    /**
     * Decomposes two covariances.
     *
     * @param s {@code [C][C]}, symmetric
     * @param t {@code [C][C]}, symmetric
     * @param least a positive lower bound of the eigenvalues of both: what rounding takes below it is lifted
     */
    public static GaussianTransport between(double[][] s, double[][] t, double least) {
        double[][] lower = cholesky(t, least);
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(congruent(s, lower), false));
        double[] roots = eigen.getEigenvalues();
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(Math.max(roots[i], least * least));
        }
        return new GaussianTransport(roots, lowerTimes(lower, eigen.getV().getData()));
    }

    /** b. */
    double overlap() {
        double sum = 0;
        for (double root : roots) {
            sum += root;
        }
        return sum;
    }

    /** A = 2 db/dS, {@code [C][C]}: the matrix that carries the first Gaussian into the second, A S A = T. */
    public double[][] map() {
        int size = roots.length;
        double[][] map = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += axes[i][k] * axes[j][k] / roots[k];
                }
                map[i][j] = sum;
                map[j][i] = sum;
            }
        }
        return map;
    }

    /** L with L Lᵀ = T. No pivot of a matrix is smaller than its smallest eigenvalue. */
    private static double[][] cholesky(double[][] t, double least) {
        int size = t.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = t[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(rest, least)) : rest / lower[j][j];
            }
        }
        return lower;
    }

    /** Lᵀ S L, exactly symmetric. */
    private static double[][] congruent(double[][] s, double[][] lower) {
        int size = s.length;
        double[][] product = new double[size][size]; // S L
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                for (int j = 0; j <= k; j++) {
                    product[i][j] += s[i][k] * lower[k][j];
                }
            }
        }
        double[][] result = new double[size][size];
        for (int k = 0; k < size; k++) {
            for (int i = 0; i <= k; i++) {
                for (int j = 0; j <= i; j++) {
                    result[i][j] += lower[k][i] * product[k][j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    private static double[][] lowerTimes(double[][] lower, double[][] vectors) {
        int size = lower.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k <= i; k++) {
                for (int j = 0; j < size; j++) {
                    product[i][j] += lower[i][k] * vectors[k][j];
                }
            }
        }
        return product;
    }
}
