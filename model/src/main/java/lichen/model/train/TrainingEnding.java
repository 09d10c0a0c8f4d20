package lichen.model.train;

/** Why a training ended. */
public enum TrainingEnding {
    /** All epochs are done. */
    EPOCHS,
    /** All steps are made. */
    STEPS,
    /** The validation loss did not get better for long enough. */
    PATIENCE,
    /** Someone asked for it; the rest can be done later. */
    STOPPED
}
