package lichen.app.experiment.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has one thing done by several threads. */
final class Threads {
    private Threads() {}

    /** What each of them does. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /**
     * Returns when all have ended, or throws the first failure then.
     *
     * @param stop what a failure calls, for the others to end too
     */
    static void run(int number, Work work, Runnable stop) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                all.add(threads.submit(stopping(work, stop)));
            }
            Optional<Throwable> failure = Optional.empty();
            for (Future<?> each : all) {
                Optional<Throwable> next = failure(each);
                failure = failure.isPresent() ? failure : next;
            }
            if (failure.isPresent()) {
                rethrow(failure.orElseThrow());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Boolean> stopping(Work work, Runnable stop) {
        return () -> {
            boolean isWhole = false;
            try {
                work.run();
                isWhole = true;
            } finally {
                if (!isWhole) {
                    stop.run();
                }
            }
            return true;
        };
    }

    private static Optional<Throwable> failure(Future<?> thread) {
        try {
            thread.get();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new IOException("interrupted while waiting for parts of the run", e));
        } catch (ExecutionException e) {
            return Optional.of(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static void rethrow(Throwable failure) throws IOException {
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof IOException io ? io : new IOException(failure);
    }
}
