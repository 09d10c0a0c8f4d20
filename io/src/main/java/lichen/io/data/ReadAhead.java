package lichen.io.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lichen.core.check.Require;
import lichen.core.image.Image;

/**
 * Reads patches in the background before they are asked for, and hands them out in order. It holds at most as many images as
 * it may be ahead, however many there are to come. For one thread; its own threads end when it is closed, and keep no
 * process alive.
 */
public final class ReadAhead implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final DataSet set;
    private final Iterator<Draw> draws;
    private final int ahead;
    private final ExecutorService threads;
    private final Deque<Future<Image>> coming = new ArrayDeque<>();

    /**
     * Begins to read.
     *
     * @param set where the patches are
     * @param draws what is asked for, in order; used by the caller's thread alone
     * @param ahead how many images may be read before they are asked for, at least one
     * @param threads how many are read at once, at least one
     */
    public ReadAhead(DataSet set, Iterator<Draw> draws, int ahead, int threads) {
        this.set = set;
        this.draws = draws;
        this.ahead = Require.atLeast(1, "ahead", ahead);
        this.threads = Executors.newFixedThreadPool(Require.atLeast(1, "threads", threads), work -> {
            Thread thread = new Thread(work, "read-ahead");
            thread.setDaemon(true);
            return thread;
        });
        fill();
    }

    /** Whether another image comes. */
    public boolean hasNext() {
        return !coming.isEmpty();
    }

    /**
     * The next image; waits until it is read.
     *
     * @throws IOException if this image cannot be read; those after it still can
     * @throws NoSuchElementException if all were handed out, or this is closed
     */
    public Image next() throws IOException {
        Future<Image> next = coming.remove();
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a patch");
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            fill();
        }
    }

    private void fill() {
        while (coming.size() < ahead && draws.hasNext()) {
            Draw draw = draws.next();
            coming.add(threads.submit(() -> set.read(draw)));
        }
    }

    private static IOException cause(ExecutionException failure) {
        if (failure.getCause() instanceof IOException io) {
            return io;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("reading a patch failed", failure.getCause());
    }

    /** Ends the threads and forgets what was read; waits for the patches that are being read. */
    @Override
    public void close() {
        coming.clear();
        threads.shutdownNow();
        try {
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
