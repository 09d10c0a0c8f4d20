package lichen.io.run;

import java.util.Locale;

/** How a run stands. */
public enum Status {
    /** At work, or killed without a word. */
    RUNNING,
    /** At its end; the result stands. */
    DONE,
    /** At its end with a result from which parts are missing that failed; it can be resumed, to try them again. */
    PARTIAL,
    /** Stopped by its user; it can be resumed. */
    INTERRUPTED,
    /** Stopped by a fault. */
    FAILED;

    /** Whether there is a result to go on from. */
    public boolean hasResult() {
        return this == DONE || this == PARTIAL;
    }

    /** The word in {@code manifest.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
