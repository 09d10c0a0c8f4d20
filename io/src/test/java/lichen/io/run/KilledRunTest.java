package lichen.io.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KilledRunTest {
    @TempDir
    private Path folder;

    @Test
    void goesOnAfterBeingKilledAtAnyMoment() throws IOException, InterruptedException {
        long before = 0;
        // More often on a machine so busy that nothing was saved in time.
        for (int round = 0; round < 3 || (before == 0 && round < 30); round++) {
            kill(150 + 67 * round);
            try (RunDirectory run = RunDirectory.resume(folder, "killed", RunWriter.CONFIG)) {
                long evaluation = RunWriter.evaluation(run);
                assertThat(evaluation).isGreaterThanOrEqualTo(before);
                MetricsCsv.resume(run.metrics(), RunWriter.COLUMNS, evaluation).close();
                assertThat(MetricsCsv.read(run.metrics()).rows()).hasSize((int) evaluation);
                assertThat(run.folder().resolve("checkpoint").toFile().list()).allMatch(name -> name.endsWith(".npz"));
                before = evaluation;
            }
        }
        assertThat(before).isPositive();
    }

    /** Starts a writer, finds the run locked, and kills the writer after a while. */
    private void kill(int milliseconds) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(writer.getInputStream().read())
                    .as("a first sign of life")
                    .isEqualTo('w');
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            assertThat(writer.isAlive()).isTrue();
            assertThatThrownBy(() -> RunDirectory.resume(folder, "killed", RunWriter.CONFIG))
                    .hasMessageContaining("process " + writer.pid() + " is writing this run");
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }
}
