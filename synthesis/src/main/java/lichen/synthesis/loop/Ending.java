package lichen.synthesis.loop;

/** Why a synthesis ended. */
public enum Ending {
    /** The evaluations are used up. */
    BUDGET,
    /** The loss hardly falls any more. */
    TOLERANCE,
    /** The time is used up. */
    TIME,
    /** No further progress is possible at the precision of the numbers. */
    CONVERGED,
    /** Someone asked for it; the rest can be done later. */
    STOPPED
}
