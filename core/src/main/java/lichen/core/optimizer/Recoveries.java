package lichen.core.optimizer;

import java.util.Locale;

/** Counts how often in a row a descent had to go back, and how careful that has made it. */
final class Recoveries {
    private static final int MOST = 5;
    private static final double CAUTION = 0.5;

    /** A value has exploded that is above the first by this many times the size of the best. */
    private static final double EXPLOSION = 1e3;

    private int inARow;
    private double factor = 1;

    /** What steps are to be multiplied with. */
    double factor() {
        return factor;
    }

    int inARow() {
        return inARow;
    }

    void restore(int count, double caution) {
        inARow = count;
        factor = caution;
    }

    /** The descent got better. */
    void progressed() {
        inARow = 0;
    }

    /**
     * The descent has to go back to its best point.
     *
     * @param evaluation the number of the evaluation that was bad
     * @param best the value that it goes back to
     * @param remedy the key that the user can change
     * @throws DivergenceException if that happened too often
     */
    void goBack(long evaluation, double best, String remedy) {
        if (inARow >= MOST) {
            throw new DivergenceException(
                    String.format(
                            Locale.ROOT,
                            "the loss was not a number, infinite or exploded at evaluation %d, and again after going back"
                                    + " %d times to the best, %.6g; set %s lower, or set bounds",
                            evaluation,
                            MOST,
                            best,
                            remedy),
                    best);
        }
        inARow++;
        factor *= CAUTION;
    }

    /** Whether a value is so far above the first that the descent is lost. */
    static boolean hasExploded(double value, double first, double best) {
        return value > first + EXPLOSION * Math.abs(best);
    }

    /**
     * Checks the very first value.
     *
     * @throws DivergenceException if it is not finite
     */
    static void requireFiniteStart(Sample start) {
        if (!start.isFinite()) {
            throw new DivergenceException(
                    "the loss or its gradient is not finite at evaluation 1, the start itself;"
                            + " check the start image, the target and the weights of the network",
                    Double.POSITIVE_INFINITY);
        }
    }
}
