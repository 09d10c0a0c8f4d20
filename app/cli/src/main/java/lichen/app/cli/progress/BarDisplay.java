package lichen.app.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import lichen.app.experiment.ProgressDisplay;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar that redraws itself, with speed, time left and loss. */
final class BarDisplay implements ProgressDisplay {
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final int REDRAW_MILLISECONDS = 250;

    private final PrintStream out;

    /** The library's own speed counts whole seconds. */
    private final Pace pace = new Pace(System::nanoTime);

    private Optional<ProgressBar> bar = Optional.empty();

    BarDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void update(long done, long total, String counted, double loss) {
        ProgressBar current = bar.orElseGet(() -> start(done, total, counted));
        bar = Optional.of(current);
        current.maxHint(total);
        current.stepTo(done);
        pace.reach(done);
        String words = counted.substring(
                Math.min(counted.length(), current.getTaskName().length()));
        words += Double.isNaN(loss) ? "" : String.format(Locale.ROOT, ", loss %.4g", loss);
        current.setExtraMessage(String.format(Locale.ROOT, " %.2f/s", pace.perSecond()) + words);
    }

    @Override
    public void message(String line) {
        if (bar.isPresent()) {
            out.print(CLEAR_LINE + line + System.lineSeparator());
            bar.get().refresh();
        } else {
            out.println(line);
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private ProgressBar start(long done, long total, String counted) {
        return new ProgressBarBuilder()
                .setTaskName(counted)
                .setInitialMax(total)
                .startsFrom(done, Duration.ZERO)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }
}
