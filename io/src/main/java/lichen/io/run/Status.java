package lichen.io.run;

import java.util.Locale;

/** How a run stands. */
public enum Status {
    /** At work, or killed without a word. */
    RUNNING,
    /** At its end; the result stands. */
    DONE,
    /** Stopped by its user; it can be resumed. */
    INTERRUPTED,
    /** Stopped by a fault. */
    FAILED;

    /** The word in {@code manifest.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
