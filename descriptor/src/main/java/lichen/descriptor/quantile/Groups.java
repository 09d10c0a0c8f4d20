package lichen.descriptor.quantile;

import java.util.Arrays;

/**
 * Where the numbers of a list belong: in groups that ascend. All numbers of a group are at most as large as all of the next.
 * How many each group holds, and their sum, is all that the averages of equal shares of the sorted list need; where the border
 * of two shares falls into a group, its numbers count as equal.
 */
sealed interface Groups {
    /** Of so many numbers each different one is a group: sorting them costs no more than passes over groups. */
    int FEW = 1024;

    /** How many groups more numbers are dealt out to: with more, counts and sums no longer fit into the fastest cache. */
    int MANY = 1 << 12;

    /** How many groups there are at most. */
    static int room(int numbers) {
        return numbers <= FEW ? numbers : MANY;
    }

    /** The groups of a list, of the numbers from {@code first} on. */
    static Groups of(float[] list, int first, int count) {
        return count <= FEW ? Distinct.of(list, first, count) : EqualWidths.of(list, first, count);
    }

    /** The group that a number of the list is in. */
    int of(float number);

    /**
     * A group for each different number.
     *
     * @param ascending the list, sorted
     */
    record Distinct(float[] ascending) implements Groups {
        static Distinct of(float[] list, int first, int count) {
            float[] ascending = Arrays.copyOfRange(list, first, first + count);
            Arrays.sort(ascending);
            return new Distinct(ascending);
        }

        @Override
        public int of(float number) {
            return Arrays.binarySearch(ascending, number);
        }
    }

    /**
     * Groups of equal width from the least number to the greatest. Exchanging numbers within one changes no average by more than that.
     *
     * @param least the least number
     * @param perUnit one over the width; 0 if all numbers are the same
     */
    record EqualWidths(float least, float perUnit) implements Groups {
        static EqualWidths of(float[] list, int first, int count) {
            float least = list[first];
            float greatest = list[first];
            for (int i = first; i < first + count; i++) {
                float number = list[i];
                least = number < least ? number : least;
                greatest = number > greatest ? number : greatest;
            }
            return new EqualWidths(least, greatest > least ? (MANY - 1) / (greatest - least) : 0);
        }

        @Override
        public int of(float number) {
            return Math.min(MANY - 1, (int) ((number - least) * perUnit));
        }
    }
}
