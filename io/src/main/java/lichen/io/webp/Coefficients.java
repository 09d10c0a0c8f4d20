package lichen.io.webp;

import java.util.Arrays;

/** The coefficients of the macroblocks of a frame (RFC 6386, section 13), in the order in which they stand. */
final class Coefficients {
    /** The coefficients of one macroblock: 16 blocks of luma, 4 each of the colour differences, 16 numbers each. */
    static final int COUNT = 24 * 16;

    private static final int SQUARE = 16;
    private static final int PLACES = 9;
    private static final int MEANS = 8;
    private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
    private static final int[][] LARGE = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };

    /** Kinds of blocks, in the order of their probabilities. */
    private enum Kind {
        LUMA_WITHOUT_MEANS,
        MEANS,
        COLOUR,
        LUMA
    }

    private final int[] probabilities;
    private final boolean[] above;
    private final boolean[] left = new boolean[PLACES];

    Coefficients(int[] probabilities, int columns) {
        this.probabilities = probabilities;
        above = new boolean[PLACES * columns];
    }

    /** Begins a row of macroblocks. */
    void beginRow() {
        Arrays.fill(left, false);
    }

    /** Passes over a macroblock without coefficients. */
    void skip(int column, boolean inBlocks) {
        int places = inBlocks ? MEANS : PLACES;
        Arrays.fill(left, 0, places, false);
        Arrays.fill(above, PLACES * column, PLACES * column + places, false);
    }

    /**
     * Reads the coefficients of a macroblock.
     *
     * @param into {@link #COUNT} numbers, all 0
     * @return whether any is not 0
     */
    boolean read(BoolDecoder in, int column, boolean inBlocks, QuantizerSteps steps, int[] into) {
        if (!inBlocks) {
            int[] means = new int[SQUARE];
            block(in, Kind.MEANS, column, MEANS, MEANS, steps.means(), means, 0);
            Transform.spreadMeans(means, into);
        }
        boolean any = false;
        Kind kind = inBlocks ? Kind.LUMA : Kind.LUMA_WITHOUT_MEANS;
        for (int i = 0; i < 16; i++) {
            any |= block(in, kind, column, i % 4, i / 4, steps.luma(), into, SQUARE * i);
        }
        for (int i = 0; i < 8; i++) {
            int place = 4 + i / 4 * 2;
            any |= block(
                    in, Kind.COLOUR, column, place + i % 2, place + i % 4 / 2, steps.colour(), into, SQUARE * (16 + i));
        }
        return any;
    }

    /** Reads a block; the places are those among the neighbours above and to the left. */
    private boolean block(
            BoolDecoder in, Kind kind, int column, int across, int down, int[] steps, int[] into, int start) {
        int x = PLACES * column + across;
        int first = kind == Kind.LUMA_WITHOUT_MEANS ? 1 : 0;
        int end = tokens(in, kind.ordinal(), (above[x] ? 1 : 0) + (left[down] ? 1 : 0), first, steps, into, start);
        above[x] = end > first;
        left[down] = end > first;
        return end > 1 || into[start] != 0;
    }

    /** The tree of section 13.2; returns the place after the last coefficient. */
    private int tokens(BoolDecoder in, int kind, int neighbours, int first, int[] steps, int[] into, int start) {
        int n = first;
        int at = at(kind, n, neighbours);
        while (n < SQUARE) {
            if (in.bit(probabilities[at]) == 0) {
                return n;
            }
            while (in.bit(probabilities[at + 1]) == 0) {
                n++;
                if (n == SQUARE) {
                    return n;
                }
                at = at(kind, n, 0);
            }
            int size = in.bit(probabilities[at + 2]) == 0 ? 1 : size(in, at);
            into[start + ZIGZAG[n]] = (in.flag() ? -size : size) * steps[n > 0 ? 1 : 0];
            n++;
            at = at(kind, n, size == 1 ? 1 : 2);
        }
        return n;
    }

    private static int at(int kind, int n, int neighbours) {
        return ((kind * 8 + BANDS[n]) * 3 + neighbours) * 11;
    }

    /** A size of more than one. */
    private int size(BoolDecoder in, int at) {
        if (in.bit(probabilities[at + 3]) == 0) {
            return in.bit(probabilities[at + 4]) == 0 ? 2 : 3 + in.bit(probabilities[at + 5]);
        }
        if (in.bit(probabilities[at + 6]) == 0) {
            if (in.bit(probabilities[at + 7]) == 0) {
                return 5 + in.bit(159);
            }
            int high = in.bit(165);
            return 7 + 2 * high + in.bit(145);
        }
        int high = in.bit(probabilities[at + 8]);
        int category = 2 * high + in.bit(probabilities[at + 9 + high]);
        int more = 0;
        for (int probability : LARGE[category]) {
            more = 2 * more + in.bit(probability);
        }
        return 3 + (8 << category) + more;
    }
}
