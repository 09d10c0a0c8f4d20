package lichen.app.cli.command;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Writing;

/**
 * Writes the report of a run that is at work, at its milestones: every half minute, and so rarely that it takes no more than a
 * twentieth of the time. One that cannot be written is no reason to give up.
 */
final class RunningReport implements Runnable {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(30);
    private static final long SHARE = 20;

    private final Writing report;
    private final ProgressDisplay progress;
    private final LongSupplier clock;
    private long due;
    private boolean complained;

    RunningReport(Writing report, ProgressDisplay progress) {
        this(report, progress, System::nanoTime);
    }

    RunningReport(Writing report, ProgressDisplay progress, LongSupplier clock) {
        this.report = report;
        this.progress = progress;
        this.clock = clock;
        due = clock.getAsLong() + PAUSE;
    }

    @Override
    public void run() {
        long start = clock.getAsLong();
        if (start - due < 0) {
            return;
        }
        try {
            report.write();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (!complained) {
                progress.message("the report is not written yet: " + Failures.sentence(e));
                complained = true;
            }
        }
        long end = clock.getAsLong();
        due = end + Math.max(PAUSE, SHARE * (end - start));
    }
}
