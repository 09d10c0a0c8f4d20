package lichen.core.loop;

/** Why a loop ended. */
public enum Ending {
    /** The evaluations are used up. */
    BUDGET,
    /** The loss hardly falls any more. */
    TOLERANCE,
    /** The time is used up. */
    TIME,
    /** What is watched beside the loss, such as that of images that are not trained on, did not get better for long enough. */
    PATIENCE,
    /** No further progress is possible at the precision of the numbers. */
    CONVERGED,
    /** Someone asked for it; the rest can be done later. */
    STOPPED
}
