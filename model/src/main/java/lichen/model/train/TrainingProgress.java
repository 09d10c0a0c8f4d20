package lichen.model.train;

/** A look at a training between two steps. */
public interface TrainingProgress {
    /** The steps made. */
    long steps();

    /** The lowest validation loss so far; infinite before the first. */
    double bestLoss();

    /** A fresh copy of all that is needed to go on from here. */
    TrainingState state();
}
