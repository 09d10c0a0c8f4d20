package lichen.app.experiment;

/**
 * What has come of an experiment that was made as a part of a run.
 *
 * @param verdict how it ended
 * @param seconds how long that took, without what it had to wait for
 */
public record Made(Verdict verdict, double seconds) {
    private static final double NANOSECONDS = 1e9;

    /** What has just ended. */
    public static Made since(long startNanoTime, Verdict verdict) {
        return new Made(verdict, (System.nanoTime() - startNanoTime) / NANOSECONDS);
    }
}
