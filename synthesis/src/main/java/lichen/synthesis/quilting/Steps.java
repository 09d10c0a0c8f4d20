package lichen.synthesis.quilting;

import java.util.stream.IntStream;

/**
 * Where the blocks lie along one axis.
 *
 * @param starts the first pixel of each block, ascending
 * @param length the length that they cover
 * @param block the side of a block
 * @param wraps whether the last block overlaps the first
 */
record Steps(int[] starts, int length, int block, boolean wraps) {
    /** Blocks that overlap evenly and cover at least a side. */
    static Steps covering(int side, int block, int overlap) {
        int step = block - overlap;
        int count = Math.max(1, (side - overlap + step - 1) / step);
        int[] starts = IntStream.range(0, count).map(i -> i * step).toArray();
        return new Steps(starts, (count - 1) * step + block, block, false);
    }

    /**
     * Blocks around a circle. They overlap at least as far as wanted, unless blocks would then meet that are no neighbours.
     *
     * @param side the circle's length, at least that of a block
     */
    static Steps around(int side, int block, int overlap) {
        int step = block - overlap;
        int wanted = (side + step - 1) / step;
        int most = 2 * side / block;
        int count = Math.min(wanted, most);
        int[] starts = IntStream.range(0, count)
                .map(i -> (int) ((long) i * side / count))
                .toArray();
        return new Steps(starts, side, block, true);
    }

    int count() {
        return starts.length;
    }

    /** How many pixels of a block the one before covers. */
    int before(int index) {
        return index == 0 ? 0 : starts[index - 1] + block - starts[index];
    }

    /** How many pixels of a block the first one covers, from the other side. */
    int after(int index) {
        return wraps && index == count() - 1 && index > 0 ? starts[index] + block - length : 0;
    }
}
