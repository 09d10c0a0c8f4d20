package lichen.app.cli.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import lichen.app.experiment.ProgressDisplay;

/** Progress as plain lines, for files and pipes: one every few seconds, and one at the end. */
final class LineDisplay implements ProgressDisplay {
    private static final double SECONDS_BETWEEN = 5;

    private final PrintStream out;
    private final Pace pace;
    private boolean isShown = true;
    private double lastLine;
    private long reached;
    private long total;
    private String counted = "";
    private double loss;

    LineDisplay(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.pace = new Pace(nanoTime);
    }

    @Override
    public void update(long done, long most, String words, double lastLoss) {
        if (done < reached) {
            lastLine = 0;
        }
        pace.reach(done);
        reached = done;
        counted = words;
        total = most;
        loss = lastLoss;
        isShown = false;
        if (pace.seconds() - lastLine >= SECONDS_BETWEEN) {
            show();
        }
    }

    @Override
    public void message(String line) {
        out.println(line);
    }

    @Override
    public void close() {
        if (!isShown) {
            show();
        }
    }

    private void show() {
        String line = String.format(Locale.ROOT, "%d of %d %s", reached, total, counted);
        if (!Double.isNaN(loss)) {
            line += String.format(Locale.ROOT, ", loss %.4g", loss);
        }
        if (pace.perSecond() > 0) {
            line += String.format(Locale.ROOT, ", %.2f per second", pace.perSecond());
            if (reached < total) {
                line += ", " + pace.timeFor(total - reached) + " left";
            }
        }
        out.println(line);
        lastLine = pace.seconds();
        isShown = true;
    }
}
