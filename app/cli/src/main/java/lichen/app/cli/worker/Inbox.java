package lichen.app.cli.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The orders that a worker is given, a line each. It closes where the other process has no more of them or has ended, however that was: a
 * worker is not to outlive it.
 */
public final class Inbox implements AutoCloseable {
    private final Deque<Order> orders = new ArrayDeque<>();
    private Runnable stop = () -> {};
    private boolean isClosed;

    private Inbox() {}

    /** Reads orders as they come. */
    public static Inbox of(InputStream in) {
        Inbox inbox = new Inbox();
        Thread reader = new Thread(() -> inbox.read(in), "orders");
        reader.setDaemon(true);
        reader.start();
        return inbox;
    }

    private void read(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(Order.of(line));
            }
        } catch (IOException e) {
            // Whoever wrote the line is no longer there to be told.
            return;
        } finally {
            close();
        }
    }

    private synchronized void add(Order order) {
        orders.add(order);
        notifyAll();
    }

    /** The next order, as soon as there is one; empty if it is closed. */
    public synchronized Optional<Order> next() throws IOException {
        stop = () -> {};
        while (orders.isEmpty() && !isClosed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for an order", e);
            }
        }
        return isClosed ? Optional.empty() : Optional.of(orders.remove());
    }

    /** What to call when it closes; at once if it is closed. */
    public synchronized void onClose(Runnable action) {
        stop = action;
        if (isClosed) {
            action.run();
        }
    }

    /** Hands out no more, and stops what is at work. */
    @Override
    public synchronized void close() {
        isClosed = true;
        stop.run();
        notifyAll();
    }
}
