package lichen.app.cli.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import lichen.app.experiment.ProgressDisplay;

/** Tells another process how far this one is, a few times a second. */
public final class ReplyDisplay implements ProgressDisplay {
    private static final long NANOSECONDS_BETWEEN = 250_000_000;

    private final PrintWriter out;
    private long last = System.nanoTime() - NANOSECONDS_BETWEEN;

    /** Writes to where the other reads. */
    public ReplyDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void update(long done, long total, String counted, double loss) {
        if (System.nanoTime() - last >= NANOSECONDS_BETWEEN) {
            last = System.nanoTime();
            say(new Reply.Progress(done, total, counted));
        }
    }

    @Override
    public void message(String line) {
        say(new Reply.Message(line));
    }

    private void say(Reply reply) {
        try {
            out.println(reply.line());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
