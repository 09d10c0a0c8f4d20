package lichen.model.train;

import lichen.core.loop.StepListener;

/** Hears of a training while it runs, on its thread. */
@FunctionalInterface
public interface TrainingListener extends StepListener {
    /** An epoch is complete, and its validation loss is known: before the listener hears that the iteration is. */
    default void epochEnded(EpochEnd epoch) {}
}
