package lichen.core.optimizer;

/**
 * The stretch of a line that holds a minimum, and where to look next in it. It is open while the function still goes down
 * at its far end.
 */
final class Bracket {
    /** A step that led to where the function is not defined is cut to this part. */
    private static final double CUT = 0.25;

    private static final double LEAST_GROWTH = 1.1;
    private static final double MOST_GROWTH = 4;

    /** The next step keeps away from both ends by this part of the width. */
    private static final double MARGIN = 0.1;

    private static final double NARROWEST = 1e-12;

    private Knot low;
    private Knot before;
    private Knot high;
    private boolean closed;

    /** An open bracket from the start of the line. */
    Bracket(Knot start) {
        low = start;
        before = start;
        high = start;
    }

    /** The lowest place so far. */
    Knot low() {
        return low;
    }

    /** A place that is too far: the bracket ends there. */
    void close(Knot knot) {
        high = knot;
        closed = true;
    }

    /** A lower place: the bracket begins there, and ends where the function went up before. */
    void lower(Knot knot) {
        if (closed ? knot.slope() * (high.step() - low.step()) >= 0 : knot.slope() >= 0) {
            close(low);
        }
        before = low;
        low = knot;
    }

    /** Whether the two ends are the same but for rounding. */
    boolean isSpent() {
        return closed && Math.abs(high.step() - low.step()) <= NARROWEST * Math.max(high.step(), low.step());
    }

    /** The step to try next. */
    double next() {
        return closed ? inside() : beyond();
    }

    private double inside() {
        double width = high.step() - low.step();
        if (!Double.isFinite(high.value())) {
            return low.step() + CUT * width;
        }
        double part = (low.minimumOfCubic(high) - low.step()) / width;
        if (Double.isNaN(part)) {
            part = 0.5;
        }
        return low.step() + Math.max(MARGIN, Math.min(1 - MARGIN, part)) * width;
    }

    private double beyond() {
        double grown = low.step() - before.step();
        double part = (before.minimumOfCubic(low) - low.step()) / grown;
        if (Double.isNaN(part) || part < 0) {
            part = MOST_GROWTH;
        }
        return low.step() + Math.max(LEAST_GROWTH, Math.min(MOST_GROWTH, part)) * grown;
    }
}
