package lichen.app.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Progress as plain lines, for files and pipes: one every few seconds, and one at the end. */
final class LineDisplay implements ProgressDisplay {
    private static final double NANOSECONDS = 1e9;
    private static final double SECONDS_BETWEEN = 5;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private boolean isStarted;
    private boolean isShown = true;
    private long startTime;
    private long startEvaluations;
    private long lineTime;
    private long evaluations;
    private long total;
    private double loss;

    LineDisplay(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override
    public void update(long done, long most, double lastLoss) {
        long now = nanoTime.getAsLong();
        evaluations = done;
        total = most;
        loss = lastLoss;
        isShown = false;
        if (!isStarted) {
            // The first evaluation of a run also warms everything up; and a resumed run does not begin at 0.
            isStarted = true;
            startTime = now;
            lineTime = now;
            startEvaluations = done;
        } else if ((now - lineTime) / NANOSECONDS >= SECONDS_BETWEEN) {
            show(now);
        }
    }

    @Override
    public void message(String line) {
        out.println(line);
    }

    @Override
    public void close() {
        if (!isShown) {
            show(nanoTime.getAsLong());
        }
    }

    private void show(long now) {
        double elapsed = (now - startTime) / NANOSECONDS;
        double perSecond = elapsed > 0 ? (evaluations - startEvaluations) / elapsed : 0;
        String line = String.format(Locale.ROOT, "%d of %d evaluations, loss %.4g", evaluations, total, loss);
        if (perSecond > 0) {
            line += String.format(Locale.ROOT, ", %.2f per second", perSecond);
            if (evaluations < total) {
                line += ", " + clock(Math.round((total - evaluations) / perSecond)) + " left";
            }
        }
        out.println(line);
        lineTime = now;
        isShown = true;
    }

    private static String clock(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
