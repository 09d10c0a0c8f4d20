package lichen.app.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineDisplayTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long milliseconds;
    private final LineDisplay display =
            new LineDisplay(new PrintStream(written, true, StandardCharsets.UTF_8), () -> milliseconds * 1_000_000);

    @Test
    void printsALineEveryFewSecondsAndOneAtTheEnd() {
        for (int evaluation = 1; evaluation <= 40; evaluation++) {
            display.update(evaluation, 40, "evaluations", 1.0 / evaluation);
            milliseconds += 250;
        }
        display.close();
        assertThat(lines())
                .containsExactly(
                        "21 of 40 evaluations, loss 0.04762, 4.00 per second, 0:05 left",
                        "40 of 40 evaluations, loss 0.02500, 3.90 per second");
    }

    @Test
    void countsASpeedWithoutWhatAnEarlierProcessDid() {
        display.update(1000, 10_000, "steps", 1);
        milliseconds = 10_000;
        display.update(1010, 10_000, "steps", 1);
        assertThat(lines()).containsExactly("1010 of 10000 steps, loss 1.000, 1.00 per second, 2:29:50 left");
    }

    @Test
    void countsAnewWhereAnotherPartBegins() {
        display.update(90, 100, "evaluations", 1);
        milliseconds = 60_000;
        display.update(1, 100, "evaluations", 1);
        milliseconds = 70_000;
        display.update(11, 100, "evaluations", 1);
        assertThat(lines()).endsWith("11 of 100 evaluations, loss 1.000, 1.00 per second, 1:29 left");
    }

    @Test
    void saysNothingWhereNothingHappened() {
        display.message("hello");
        display.close();
        assertThat(lines()).containsExactly("hello");
    }

    private String[] lines() {
        return written.toString(StandardCharsets.UTF_8).split(System.lineSeparator());
    }
}
