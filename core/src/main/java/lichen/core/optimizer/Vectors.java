package lichen.core.optimizer;

/** Arithmetic on arrays of equal length, in an order that never changes, so that results are the same to the last bit. */
final class Vectors {
    private Vectors() {}

    /** sum over i of a[i] b[i], in four partial sums that the processor can work on at once. */
    static double dot(double[] a, double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int whole = a.length - a.length % 4;
        for (int i = 0; i < whole; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (int i = whole; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    /** The mean of x[i]. */
    static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** to[i] += factor * x[i]. */
    static void add(double factor, double[] x, double[] to) {
        for (int i = 0; i < x.length; i++) {
            to[i] += factor * x[i];
        }
    }

    /** to[i] = start[i] + factor * x[i]. */
    static void sum(double[] start, double factor, double[] x, double[] to) {
        for (int i = 0; i < x.length; i++) {
            to[i] = start[i] + factor * x[i];
        }
    }

    /** to[i] = a[i] - b[i]. */
    static void difference(double[] a, double[] b, double[] to) {
        for (int i = 0; i < a.length; i++) {
            to[i] = a[i] - b[i];
        }
    }

    /** x[i] *= factor. */
    static void scale(double factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
