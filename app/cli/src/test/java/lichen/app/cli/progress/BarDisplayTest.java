package lichen.app.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarDisplayTest {
    @Test
    void endsWithCountAndLossAndKeepsMessages() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BarDisplay display = new BarDisplay(new PrintStream(written, true, StandardCharsets.UTF_8));
        display.message("before");
        display.update(1, 20, "evaluations", 10);
        display.message("between");
        display.update(20, 20, "evaluations", 0.0193);
        display.close();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("before" + System.lineSeparator())
                .contains("between" + System.lineSeparator())
                .contains("20/20")
                .contains("loss 0.01930");
    }
}
