package lichen.model.train;

/**
 * Hears of a training while it runs, on its thread. Only one method must be there: most listeners want no more than the
 * numbers.
 */
@FunctionalInterface
public interface TrainingListener {
    /**
     * A step was made: the state may be saved.
     *
     * @param progress where the training is; valid during this call only
     */
    void stepped(TrainingStep step, TrainingProgress progress);

    /** An epoch is complete, and its validation loss is known. */
    default void epochEnded(EpochEnd epoch, TrainingProgress progress) {}

    /** The training ends, by its rule, because someone asked for it, or because it cannot go on. */
    default void ended(TrainingProgress progress) {}
}
