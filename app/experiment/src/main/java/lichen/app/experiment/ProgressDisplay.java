package lichen.app.experiment;

/**
 * Shows how far a run is, to whoever looks. Progress and messages share one stream, so that neither garbles the other; hence
 * more than one method.
 */
public interface ProgressDisplay extends AutoCloseable {
    /** Shows nothing: for programs that nobody watches. */
    static ProgressDisplay none() {
        return new ProgressDisplay() {
            @Override
            public void update(long done, long total, String counted, double loss) {}

            @Override
            public void message(String line) {}

            @Override
            public void close() {}
        };
    }

    /**
     * Tells how far the run is. Cheap: may be called after every one.
     *
     * @param done how many are done; fewer than before where another part begins
     * @param total how many there will be at most
     * @param counted what they are, in the plural: "evaluations"
     * @param loss the last loss; not a number where there is none to show
     */
    void update(long done, long total, String counted, double loss);

    /** Says something, on a line of its own. */
    void message(String line);

    /** Shows where it ended. */
    @Override
    void close();
}
