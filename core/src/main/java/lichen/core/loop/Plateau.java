package lichen.core.loop;

/** Watches the best loss of the last iterations for standing still. */
final class Plateau {
    private final double tolerance;
    private final double[] losses;
    private int size;

    /**
     * A watch that goes on.
     *
     * @param recent the best losses after the last iterations, the oldest first
     */
    Plateau(StopRule stop, double[] recent) {
        tolerance = stop.tolerance();
        losses = new double[stop.window() + 1];
        for (double loss : recent) {
            add(loss);
        }
    }

    /** An iteration ended with this best loss. */
    void add(double bestLoss) {
        if (size == losses.length) {
            System.arraycopy(losses, 1, losses, 0, size - 1);
            size--;
        }
        losses[size] = bestLoss;
        size++;
    }

    /** Whether the best loss fell by less than the tolerance, relatively, over the window. */
    boolean isReached() {
        if (tolerance == 0 || size < losses.length) {
            return false;
        }
        double before = losses[0];
        return before - losses[size - 1] < tolerance * Math.abs(before);
    }

    /** The best losses after the last iterations, the oldest first. */
    double[] recent() {
        double[] recent = new double[size];
        System.arraycopy(losses, 0, recent, 0, size);
        return recent;
    }
}
