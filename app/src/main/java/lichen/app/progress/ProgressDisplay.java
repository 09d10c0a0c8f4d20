package lichen.app.progress;

/**
 * Shows how far a run is: a bar that redraws itself on a terminal, plain lines elsewhere. Progress and messages share one
 * stream, so that neither garbles the other; hence more than one method.
 */
public interface ProgressDisplay extends AutoCloseable {
    /** The display for this process' standard output. */
    static ProgressDisplay onStandardOutput() {
        return Terminal.isStandardOutput() ? new BarDisplay(System.out) : new LineDisplay(System.out, System::nanoTime);
    }

    /**
     * Tells how far the run is. Cheap: may be called after every evaluation.
     *
     * @param evaluations how many are done
     * @param total how many there will be at most
     * @param loss the last loss; not a number where there is none to show
     */
    void update(long evaluations, long total, double loss);

    /** Says something, on a line of its own. */
    void message(String line);

    /** Shows where it ended. */
    @Override
    void close();
}
