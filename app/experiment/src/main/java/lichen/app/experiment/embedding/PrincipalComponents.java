package lichen.app.experiment.embedding;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The coordinates of points along the directions in which they vary most: S = Xc V, where Xc are the points about their
 * mean and V the eigenvectors of Xc' Xc with the largest eigenvalues.
 *
 * <p>The smaller of two matrices with the same eigenvalues is decomposed: Xc' Xc, {@code [d,d]}, or Xc Xc', {@code [n,n]}.
 * Each direction points to where its largest component is positive, so that it does not depend on the points' order.
 *
 * <p>Cost: n d min(n,d) + about 10 min(n,d)^3 multiply-adds. Source: Jolliffe, Principal Component Analysis, 2002, section
 * 3.5.
 */
public final class PrincipalComponents {
    private PrincipalComponents() {}

    /** {@code [n,d] -> [n,2]}; the second coordinate is 0 where the points lie on a line. */
    static Points scores(Points points) {
        return scores(points, Embedding.PLANE);
    }

    /** {@code [n,d] -> [n,axes]}; coordinates are 0 beyond the directions that there are. */
    public static Points scores(Points points, int axes) {
        Points centred = points.centred();
        int size = Math.min(points.count(), points.dimension());
        boolean byPoints = size == points.count();
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(
                new Array2DRowRealMatrix(byPoints ? innerProducts(centred) : covariance(centred), false));
        double[] scores = new double[points.count() * axes];
        for (int axis = 0; axis < Math.min(axes, size); axis++) {
            double[] vector = eigen.getEigenvector(axis).toArray();
            double[] direction = byPoints ? alongPoints(centred, vector) : vector;
            place(centred, upright(direction), scores, axis);
        }
        return Points.of(points.count(), axes, scores);
    }

    private static void place(Points centred, double[] direction, double[] scores, int axis) {
        int axes = scores.length / centred.count();
        for (int point = 0; point < centred.count(); point++) {
            double sum = 0;
            for (int i = 0; i < direction.length; i++) {
                sum += centred.at(point, i) * direction[i];
            }
            scores[point * axes + axis] = sum;
        }
    }

    /** Xc' u, of length 1; zero where the points have no extent along it. */
    private static double[] alongPoints(Points centred, double[] weights) {
        double[] direction = new double[centred.dimension()];
        for (int point = 0; point < weights.length; point++) {
            for (int i = 0; i < direction.length; i++) {
                direction[i] += weights[point] * centred.at(point, i);
            }
        }
        double norm = 0;
        for (double component : direction) {
            norm = Math.hypot(norm, component);
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] = norm > 0 ? direction[i] / norm : 0;
        }
        return direction;
    }

    private static double[] upright(double[] direction) {
        int largest = 0;
        for (int i = 1; i < direction.length; i++) {
            if (Math.abs(direction[i]) > Math.abs(direction[largest])) {
                largest = i;
            }
        }
        double sign = direction[largest] < 0 ? -1 : 1;
        double[] turned = new double[direction.length];
        for (int i = 0; i < direction.length; i++) {
            turned[i] = sign * direction[i];
        }
        return turned;
    }

    /** Xc Xc', {@code [n][n]}. */
    private static double[][] innerProducts(Points centred) {
        double[][] products = new double[centred.count()][centred.count()];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < centred.dimension(); k++) {
                    sum += centred.at(i, k) * centred.at(j, k);
                }
                products[i][j] = sum;
                products[j][i] = sum;
            }
        }
        return products;
    }

    /** Xc' Xc, {@code [d][d]}. */
    private static double[][] covariance(Points centred) {
        double[][] products = new double[centred.dimension()][centred.dimension()];
        for (int point = 0; point < centred.count(); point++) {
            for (int i = 0; i < products.length; i++) {
                for (int j = 0; j < products.length; j++) {
                    products[i][j] += centred.at(point, i) * centred.at(point, j);
                }
            }
        }
        return products;
    }
}
