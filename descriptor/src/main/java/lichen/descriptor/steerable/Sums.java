package lichen.descriptor.steerable;

/** Sums over stretches of numbers. */
final class Sums {
    private Sums() {}

    /** Makes the mean 0, in place; returns what it was. */
    static double centre(double[] plane) {
        double sum = 0;
        for (double value : plane) {
            sum += value;
        }
        double mean = sum / plane.length;
        for (int i = 0; i < plane.length; i++) {
            plane[i] -= mean;
        }
        return mean;
    }

    /** The sum of a[i] b[i]; four at a time, as an addition has to wait for the one before. */
    static double product(double[] a, int fromA, double[] b, int fromB, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s0 += a[fromA + i] * b[fromB + i];
            s1 += a[fromA + i + 1] * b[fromB + i + 1];
            s2 += a[fromA + i + 2] * b[fromB + i + 2];
            s3 += a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < count; i++) {
            s0 += a[fromA + i] * b[fromB + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Adds factor a[i] to b[i]. */
    static void add(double factor, double[] a, int fromA, double[] b, int fromB, int count) {
        for (int i = 0; i < count; i++) {
            b[fromB + i] += factor * a[fromA + i];
        }
    }
}
