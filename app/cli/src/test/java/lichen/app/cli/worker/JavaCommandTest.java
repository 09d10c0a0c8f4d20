package lichen.app.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {
    /** The last of several options holds. */
    @Test
    void leavesToEachAShareOfTheMemoryAndKeepsOne() {
        List<String> words = new JavaCommand(3).of("moss.Main", List.of("worker", "runs/a"));

        assertThat(words.lastIndexOf("-Xmx" + Runtime.getRuntime().maxMemory() / 4))
                .isPositive();
        assertThat(words).endsWith("moss.Main", "worker", "runs/a");
    }

    @Test
    void givesAtLeastOneThread() {
        assertThat(new JavaCommand(1000).threads()).isOne();
        assertThat(new JavaCommand(1000).of("moss.Main", List.of())).contains("-XX:ActiveProcessorCount=1");
    }

    @Test
    void readsAmountsAsTheLauncherWritesThem() {
        assertThat(JavaCommand.bytes("512m")).contains(512L << 20);
        assertThat(JavaCommand.bytes("3G")).contains(3L << 30);
        assertThat(JavaCommand.bytes("100")).contains(100L);
        assertThat(JavaCommand.bytes("")).isEmpty();
        assertThat(JavaCommand.bytes("half")).isEmpty();
    }
}
