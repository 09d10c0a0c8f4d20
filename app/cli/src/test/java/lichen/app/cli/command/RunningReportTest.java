package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Writing;
import org.junit.jupiter.api.Test;

class RunningReportTest {
    private long seconds = Long.MAX_VALUE / TimeUnit.SECONDS.toNanos(1) - 40;
    private final List<String> messages = new ArrayList<>();
    private int written;

    /** The clock of the machine may begin anywhere, and run over. */
    @Test
    void isWrittenEveryHalfMinuteAtMost() {
        RunningReport report = report(() -> written++);
        assertThat(afterSeconds(29, report)).isZero();
        assertThat(afterSeconds(1, report)).isEqualTo(1);
        assertThat(afterSeconds(29, report)).isEqualTo(1);
        assertThat(afterSeconds(100, report)).isEqualTo(2);
    }

    @Test
    void takesATwentiethOfTheTimeAtMost() {
        RunningReport report = report(() -> {
            written++;
            seconds += 10;
        });
        assertThat(afterSeconds(30, report)).isEqualTo(1);
        assertThat(afterSeconds(199, report)).isEqualTo(1);
        assertThat(afterSeconds(1, report)).isEqualTo(2);
    }

    @Test
    void saysOnceWhyItCannotBeWrittenAndLetsTheRunGoOn() {
        RunningReport report = report(() -> {
            written++;
            throw new IOException("the disk is full");
        });
        assertThat(afterSeconds(30, report)).isEqualTo(1);
        assertThat(afterSeconds(30, report)).isEqualTo(2);
        assertThat(messages).containsExactly("the report is not written yet: the disk is full");
    }

    private int afterSeconds(long more, RunningReport report) {
        seconds += more;
        report.run();
        return written;
    }

    private RunningReport report(Writing writing) {
        ProgressDisplay progress = new ProgressDisplay() {
            @Override
            public void update(long done, long total, String counted, double loss) {}

            @Override
            public void message(String line) {
                messages.add(line);
            }

            @Override
            public void close() {}
        };
        return new RunningReport(writing, progress, () -> seconds * TimeUnit.SECONDS.toNanos(1));
    }
}
