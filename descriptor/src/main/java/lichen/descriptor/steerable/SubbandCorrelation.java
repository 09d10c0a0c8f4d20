package lichen.descriptor.steerable;

import java.util.stream.IntStream;

/**
 * The correlations of planes a[i] with planes b[j] of the same size: r[i,j] = mean(a[i] b[j]) / (s[i] t[j]), with
 * s[i]² = mean(a[i]²) + e, t[j]² = mean(b[j]²) + e, and e the ridge of {@link PlaneStatistics}. Means are not subtracted.
 *
 * <p>Pullback: dL/da[i] = (sum over j of g[i,j] b[j] / (s[i] t[j]) - sum over j of g[i,j] r[i,j] / s[i]² a[i]) / P, and the
 * same with a and b exchanged.
 */
final class SubbandCorrelation {
    /** So many numbers of each plane are worked on together: all planes of a scale then fit in a cache. */
    private static final int CHUNK = 1024;

    private final double[] deviationsA;
    private final double[] deviationsB;
    private final double[][] values;

    /** Computes the correlations. The planes are not kept: they are the largest part of an evaluation. */
    SubbandCorrelation(double[][] a, double[][] b) {
        deviationsA = deviations(a);
        deviationsB = deviations(b);
        values = meanProducts(a, b);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                values[i][j] /= deviationsA[i] * deviationsB[j];
            }
        }
    }

    /** r[i,j]. */
    double at(int i, int j) {
        return values[i][j];
    }

    /** Adds the gradients, for the same planes; the two may be one where the planes are. */
    void pullBack(double[][] a, double[][] b, double[][] cotangent, double[][] gradientA, double[][] gradientB) {
        int pixels = a[0].length;
        double[][] weights = new double[a.length][b.length];
        double[] own = new double[a.length];
        double[][] transposed = new double[b.length][a.length];
        double[] ownTransposed = new double[b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double slope = cotangent[i][j] / pixels;
                weights[i][j] = slope / (deviationsA[i] * deviationsB[j]);
                transposed[j][i] = weights[i][j];
                own[i] -= slope * values[i][j] / (deviationsA[i] * deviationsA[i]);
                ownTransposed[j] -= slope * values[i][j] / (deviationsB[j] * deviationsB[j]);
            }
        }
        IntStream.range(0, chunks(pixels)).parallel().forEach(chunk -> {
            int from = chunk * CHUNK;
            int count = Math.min(CHUNK, pixels - from);
            add(weights, b, gradientA, from, count);
            add(transposed, a, gradientB, from, count);
            for (int i = 0; i < a.length; i++) {
                Sums.add(own[i], a[i], gradientA[i], from, count);
            }
            for (int j = 0; j < b.length; j++) {
                Sums.add(ownTransposed[j], b[j], gradientB[j], from, count);
            }
        });
    }

    private static void add(double[][] weights, double[][] planes, double[][] gradients, int from, int count) {
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < planes.length; j++) {
                if (weights[i][j] != 0) {
                    Sums.add(weights[i][j], planes[j], gradients[i], from, count);
                }
            }
        }
    }

    /** Chunks are summed in their order, whoever computed them: the result does not depend on the threads. */
    private static double[][] meanProducts(double[][] a, double[][] b) {
        int pixels = a[0].length;
        double[][][] parts = IntStream.range(0, chunks(pixels))
                .parallel()
                .mapToObj(chunk -> products(a, b, chunk * CHUNK))
                .toArray(double[][][]::new);
        double[][] means = new double[a.length][b.length];
        for (double[][] part : parts) {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    means[i][j] += part[i][j] / pixels;
                }
            }
        }
        return means;
    }

    private static double[][] products(double[][] a, double[][] b, int from) {
        int count = Math.min(CHUNK, a[0].length - from);
        double[][] products = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            Sums.products(a[i], b, from, count, products[i]);
        }
        return products;
    }

    private static double[] deviations(double[][] planes) {
        return IntStream.range(0, planes.length)
                .parallel()
                .mapToDouble(i -> {
                    double[] plane = planes[i];
                    double sum = 0;
                    for (double value : plane) {
                        sum += value * value;
                    }
                    return Math.sqrt(sum / plane.length + PlaneStatistics.RIDGE);
                })
                .toArray();
    }

    private static int chunks(int pixels) {
        return (pixels + CHUNK - 1) / CHUNK;
    }
}
