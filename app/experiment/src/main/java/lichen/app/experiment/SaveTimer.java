package lichen.app.experiment;

import java.util.function.LongSupplier;

/** Tells when it is time to save a state again. The time that saving takes does not count. */
public final class SaveTimer {
    private static final double NANOSECOND = 1e-9;

    private final double seconds;
    private final LongSupplier clock;
    private long savedAt;

    /** A timer that starts now; 0 seconds stand for never. */
    public SaveTimer(double seconds) {
        this(seconds, System::nanoTime);
    }

    SaveTimer(double seconds, LongSupplier clock) {
        this.seconds = seconds;
        this.clock = clock;
        savedAt = clock.getAsLong();
    }

    /** Whether so many seconds have passed since the last state was saved. */
    public boolean isDue() {
        return seconds > 0 && (clock.getAsLong() - savedAt) * NANOSECOND >= seconds;
    }

    /** A state was saved, or could not be. */
    public void restart() {
        savedAt = clock.getAsLong();
    }
}
