package lichen.core.loop;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Counts evaluations and time for all players, and ends the iteration when they are used up or someone asks. */
final class Tally {
    private static final double NANOSECOND = 1e-9;

    private final StopRule stop;
    private final Supplier<Optional<Ending>> requested;
    private final LongSupplier clock;
    private final double secondsBefore;
    private final long startedAt;
    private int evaluations;

    /**
     * A tally that goes on counting.
     *
     * @param requested the ending that someone asked for, if so
     * @param clock nanoseconds
     */
    Tally(StopRule stop, LoopState.Counters counters, Supplier<Optional<Ending>> requested, LongSupplier clock) {
        this.stop = stop;
        this.requested = requested;
        this.clock = clock;
        startedAt = clock.getAsLong();
        secondsBefore = counters.seconds();
        evaluations = counters.evaluations();
    }

    /** Before an evaluation. */
    void requireMore() {
        requested.get().ifPresent(ending -> {
            throw new EndOfLoop(ending);
        });
        if (evaluations >= stop.evaluations()) {
            throw new EndOfLoop(Ending.BUDGET);
        }
        if (stop.seconds() > 0 && seconds() >= stop.seconds()) {
            throw new EndOfLoop(Ending.TIME);
        }
    }

    /** After one; its number. */
    int count() {
        evaluations++;
        return evaluations;
    }

    int evaluations() {
        return evaluations;
    }

    double seconds() {
        return secondsBefore + (clock.getAsLong() - startedAt) * NANOSECOND;
    }
}
