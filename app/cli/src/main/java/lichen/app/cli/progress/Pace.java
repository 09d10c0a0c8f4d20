package lichen.app.cli.progress;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How fast a run is, since what it did first in this process: that also warms everything up. Where the count falls, another
 * part has begun. */
final class Pace {
    private static final double NANOSECONDS = 1e9;

    private final LongSupplier nanoTime;
    private boolean isStarted;
    private long firstTime;
    private long first;
    private long reached;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts; a resumed run does not begin at 0. */
    void reach(long done) {
        if (!isStarted || done < reached) {
            isStarted = true;
            firstTime = nanoTime.getAsLong();
            first = done;
        }
        reached = done;
    }

    /** The seconds since the first. */
    double seconds() {
        return isStarted ? (nanoTime.getAsLong() - firstTime) / NANOSECONDS : 0;
    }

    /** How many per second; 0 as long as that cannot be told. */
    double perSecond() {
        double seconds = seconds();
        return seconds > 0 ? (reached - first) / seconds : 0;
    }

    /** The time for so many more, as hours, minutes and seconds. */
    String timeFor(long more) {
        long seconds = Math.round(more / perSecond());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
