package lichen.core.loop;

/**
 * Hears of a loop while it runs, on its thread. Only one method must be there: most listeners want no more
 * than the numbers.
 */
@FunctionalInterface
public interface StepListener {
    /** The objective was evaluated. */
    void evaluated(Step step);

    /**
     * An iteration is complete: the state may be saved, and the point reached be shown.
     *
     * @param progress where it is; valid during this call only
     */
    default void iterated(Progress progress) {}

    /**
     * The loop ends, by its rule, or because something was thrown, an error of the machine included: memory may be short
     * here.
     *
     * @param progress where it was after the last complete iteration: what was begun after that is to be done again; the
     *     best point is the best of all. Nothing of it changes any more
     */
    default void ended(Progress progress) {}

    /** Something happened that the user should know, in one sentence. */
    default void noticed(String message) {}
}
