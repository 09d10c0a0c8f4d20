package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.app.cli.FreshJvm;
import lichen.app.cli.Main;
import lichen.app.cli.Outcome;
import lichen.app.cli.program.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void saysHowMuchRoomNativeCodeNeedsAndWhere(@TempDir Path folder) throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "1m")) {
            List<String> options = List.of("-Dorg.bytedeco.javacpp.cachedir=" + disk.folder());
            Outcome outcome =
                    FreshJvm.startMain(Main.class, folder, options, "doctor").outcome();
            assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
            assertThat(outcome.err())
                    .matches("(?s).*There is no room for the native code: it takes \\d{3} MB in " + disk.folder()
                            + ", of which \\d{3} are missing, and [01] MB are free there. Make room, or choose another place"
                            + " for it \\(XDG_CACHE_HOME; on Windows LOCALAPPDATA\\)[.]\n");
        }
    }

    @Test
    void refusesUnknownBackends() {
        Outcome outcome = Outcome.of("doctor", "--backend", "gpu");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).contains("but was 'gpu'", "Try: lichen doctor --help");
    }
}
