package lichen.descriptor.steerable;

/** Sums over stretches of planes. */
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

    /** Adds factor a[i] to b[i] for so many numbers from an index on. */
    static void add(double factor, double[] a, double[] b, int from, int count) {
        for (int i = from; i < from + count; i++) {
            b[i] += factor * a[i];
        }
    }

    /**
     * The sum of a[i] b[j][i], for every j, over so many numbers from an index on. Four j at a time: an addition has to wait
     * for the one before, but not for those of other sums.
     */
    static void products(double[] a, double[][] b, int from, int count, double[] products) {
        int j = 0;
        for (; j + 3 < b.length; j += 4) {
            four(a, b, from, count, new Target(products, j));
        }
        for (; j < b.length; j++) {
            double sum = 0;
            for (int i = from; i < from + count; i++) {
                sum += a[i] * b[j][i];
            }
            products[j] = sum;
        }
    }

    /** Where the next sums go. */
    private record Target(double[] products, int first) {}

    private static void four(double[] a, double[][] b, int from, int count, Target target) {
        int first = target.first();
        double[] b0 = b[first];
        double[] b1 = b[first + 1];
        double[] b2 = b[first + 2];
        double[] b3 = b[first + 3];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = from; i < from + count; i++) {
            double x = a[i];
            s0 += x * b0[i];
            s1 += x * b1[i];
            s2 += x * b2[i];
            s3 += x * b3[i];
        }
        target.products()[first] = s0;
        target.products()[first + 1] = s1;
        target.products()[first + 2] = s2;
        target.products()[first + 3] = s3;
    }
}
