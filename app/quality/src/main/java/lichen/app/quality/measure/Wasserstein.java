package lichen.app.quality.measure;

import java.util.Arrays;

/** The distance between two sets of numbers that is the work of moving one onto the other. */
final class Wasserstein {
    private Wasserstein() {}

    /**
     * The Wasserstein-1 distance, the area between the quantile functions; sets of different sizes are allowed.
     *
     * @param one a set; sorted in place
     * @param other another; sorted in place
     */
    static double between(float[] one, float[] other) {
        Arrays.sort(one);
        Arrays.sort(other);
        return one.length == other.length ? ofSorted(one, other) : ofSortedUnequal(one, other);
    }

    private static double ofSorted(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    /** Steps through the union of both sets' quantile levels, counted in whole numbers so that nothing is rounded. */
    private static double ofSortedUnequal(float[] one, float[] other) {
        double sum = 0;
        long level = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            long endOfOne = (i + 1L) * other.length;
            long endOfOther = (j + 1L) * one.length;
            long next = Math.min(endOfOne, endOfOther);
            sum += Math.abs(one[i] - other[j]) * (next - level);
            level = next;
            i += endOfOne == next ? 1 : 0;
            j += endOfOther == next ? 1 : 0;
        }
        return sum / ((double) one.length * other.length);
    }
}
