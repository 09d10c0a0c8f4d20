package lichen.descriptor;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean of several Gaussians along the Wasserstein-2 geodesic: of two, the normal distribution that is met on the straight way
 * from the one to the other if each point is carried where transport takes it.
 *
 * <p>m = sum of w[k] m[k]; the covariance S is the one that transport maps leave in place on the average, S = A S A with A = sum of
 * w[k] A[k] and A[k] S A[k] = S[k]. Found by S <- A S A from the mean of the covariances on. Cost: an eigendecomposition for each Gaussian
 * and step, some ten steps.
 *
 * <p>Source: Alvarez-Esteban et al., "A Fixed-Point Approach to Barycenters in Wasserstein Space" (2016), theorem 4.2; of textures,
 * Vacher et al. (2020).
 */
final class GaussianMean {
    /** Added to each variance on the way, relative to the mean variance: maps need an inverse. */
    private static final double RIDGE = 1e-6;

    private static final double CLOSE = 1e-10;
    private static final int MOST_STEPS = 100;

    private GaussianMean() {}

    /**
     * The mean.
     *
     * @param weights as many as Gaussians, their sum 1
     */
    static Gaussian of(List<Gaussian> gaussians, List<Double> weights) {
        int channels = gaussians.get(0).mean().length;
        double[] mean = new double[channels];
        double[][] covariance = new double[channels][channels];
        for (int k = 0; k < gaussians.size(); k++) {
            add(weights.get(k), gaussians.get(k).mean(), mean);
            add(weights.get(k), gaussians.get(k).covariance(), covariance);
        }
        Gaussian first = new Gaussian(mean, covariance);
        double ridge = RIDGE * first.trace() / channels;
        if (!(ridge > 0) || !Double.isFinite(ridge)) {
            return first;
        }
        List<double[][]> wider = gaussians.stream()
                .map(gaussian -> gaussian.widened(ridge).covariance())
                .toList();
        return new Gaussian(mean, fixed(first.widened(ridge).covariance(), wider, weights, ridge)).widened(-ridge);
    }

    /** The covariance that is left in place, beginning with some. */
    private static double[][] fixed(
            double[][] begun, List<double[][]> covariances, List<Double> weights, double least) {
        double[][] covariance = begun;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] map = new double[begun.length][begun.length];
            for (int k = 0; k < covariances.size(); k++) {
                add(
                        weights.get(k),
                        GaussianTransport.between(covariance, covariances.get(k), least)
                                .map(),
                        map);
            }
            double[][] next = congruent(map, covariance);
            boolean isClose = isClose(covariance, next);
            covariance = next;
            if (isClose) {
                break;
            }
        }
        return covariance;
    }

    private static void add(double weight, double[][] from, double[][] to) {
        for (int i = 0; i < from.length; i++) {
            add(weight, from[i], to[i]);
        }
    }

    private static void add(double weight, double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += weight * from[i];
        }
    }

    /** A S A for symmetric A and S, exactly symmetric. */
    private static double[][] congruent(double[][] a, double[][] s) {
        double[][] product = times(times(a, s), a);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                product[i][j] = (product[i][j] + product[j][i]) / 2;
                product[j][i] = product[i][j];
            }
        }
        return product;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                for (int j = 0; j < a.length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static boolean isClose(double[][] before, double[][] after) {
        double trace =
                IntStream.range(0, after.length).mapToDouble(i -> after[i][i]).sum();
        double most = 0;
        for (int i = 0; i < after.length; i++) {
            for (int j = 0; j < after.length; j++) {
                most = Math.max(most, Math.abs(after[i][j] - before[i][j]));
            }
        }
        return most <= CLOSE * trace;
    }
}
