package lichen.app.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a user's Ctrl-C end a run in good order. While it is open, the process does not end before the run has saved its
 * state; then it ends with the exit code of the signal.
 */
final class Interruption implements AutoCloseable {
    /** Longer than any evaluation; a run that takes longer is resumed from its last checkpoint. */
    private static final long MOST_SECONDS = 120;

    private volatile Runnable stop = () -> {};
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private volatile boolean interrupted;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What to call when the user interrupts; at once if that was already the case. */
    void onInterrupt(Runnable action) {
        stop = action;
        if (interrupted) {
            action.run();
        }
    }

    private void interrupted() {
        interrupted = true;
        stop.run();
        try {
            finished.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the process end. */
    @Override
    public void close() {
        finished.countDown();
        if (!interrupted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is already ending: nothing is left to remove.
                interrupted = true;
            }
        }
    }
}
