package lichen.descriptor.quantile;

import java.util.Arrays;

/**
 * Sorts float numbers together with their places: several times faster than a sort by comparisons, and free of garbage.
 *
 * <p>A number and its place are packed into a long: the upper half orders as the float does, the lower half is the place. Three
 * passes distribute by 11 bits of the upper half each, from the lowest on; equal numbers keep the order of their places.
 */
final class RadixSort {
    private static final int BITS = 11;

    /** How many counters a sort needs. */
    static final int BUCKETS = 1 << BITS;

    private static final int[] SHIFTS = {Integer.SIZE, Integer.SIZE + BITS, Integer.SIZE + 2 * BITS};

    /** Below this, counting buckets takes longer than comparing. */
    private static final int FEW = 1024;

    private final int[] counts;

    /** @param counts {@link #BUCKETS} numbers to work in */
    RadixSort(int[] counts) {
        this.counts = counts;
    }

    /** A number and its place. */
    static long packed(float number, int place) {
        int bits = Float.floatToRawIntBits(number);
        int ordered = bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
        return ((long) ordered << Integer.SIZE) | place;
    }

    /** The number that was packed. */
    static float number(long packed) {
        int ordered = (int) (packed >> Integer.SIZE);
        return Float.intBitsToFloat(ordered ^ ((ordered >> (Integer.SIZE - 1)) & Integer.MAX_VALUE));
    }

    /** The place that was packed. */
    static int place(long packed) {
        return (int) packed;
    }

    /**
     * Sorts packed numbers in ascending order.
     *
     * @param packed what is sorted; overwritten
     * @param buffer of the same length; overwritten
     * @return the one of the two that holds the result
     */
    long[] sort(long[] packed, long[] buffer) {
        if (packed.length < FEW) {
            Arrays.sort(packed);
            return packed;
        }
        long[] from = packed;
        long[] to = buffer;
        for (int shift : SHIFTS) {
            if (distribute(from, to, shift)) {
                long[] swapped = from;
                from = to;
                to = swapped;
            }
        }
        return from;
    }

    /** One pass; false if all numbers agree in these bits, so that nothing had to be moved. */
    private boolean distribute(long[] from, long[] to, int shift) {
        Arrays.fill(counts, 0);
        for (long number : from) {
            counts[bucket(number, shift)]++;
        }
        if (counts[bucket(from[0], shift)] == from.length) {
            return false;
        }
        int first = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int count = counts[bucket];
            counts[bucket] = first;
            first += count;
        }
        for (long number : from) {
            to[counts[bucket(number, shift)]++] = number;
        }
        return true;
    }

    /** With the sign flipped, negative numbers come first, as the upper bits of unsigned ones. */
    private static int bucket(long number, int shift) {
        return (int) ((number ^ Long.MIN_VALUE) >>> shift) & (BUCKETS - 1);
    }
}
