package lichen.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.app.Outcome;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    @Test
    void reportsWhatComputesAndHowFast() {
        Outcome outcome = Outcome.of("doctor", "--backend", "cpu");
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines().map(line -> line.substring(0, 16).strip()))
                .containsExactly(
                        "lichen",
                        "device",
                        "library",
                        "oneDNN",
                        "instruction set",
                        "threads",
                        "precision",
                        "platform",
                        "processors",
                        "heap limit",
                        "native limit",
                        "convolution");
        Matcher speed = Pattern.compile("convolution +(\\d+) GFLOP/s").matcher(outcome.out());
        assertThat(speed.find()).isTrue();
        assertThat(Integer.parseInt(speed.group(1))).isPositive();
    }

    @Test
    void refusesUnknownBackends() {
        Outcome outcome = Outcome.of("doctor", "--backend", "gpu");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).contains("but was 'gpu'", "Try: lichen doctor --help");
    }
}
