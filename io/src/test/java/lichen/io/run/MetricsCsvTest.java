package lichen.io.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCsvTest {
    private static final List<String> COLUMNS = List.of("evaluation", "loss");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeThreeRows() throws IOException {
        file = folder.resolve("metrics.csv");
        try (MetricsCsv metrics = MetricsCsv.create(file, COLUMNS)) {
            metrics.append(1, 0.1 + 0.2);
            metrics.append(2, 1e-300);
            metrics.append(3, Double.NaN);
        }
    }

    @Test
    void readsNumbersBackToTheLastBit() throws IOException {
        MetricsTable table = MetricsCsv.read(file);
        assertThat(table.columns()).containsExactly("evaluation", "loss");
        assertThat(table.column("evaluation")).containsExactly(1, 2, 3);
        assertThat(table.column("loss")).containsExactly(0.1 + 0.2, 1e-300, Double.NaN);
    }

    @Test
    void showsARowToReadersAtOnce() throws IOException {
        try (MetricsCsv metrics = MetricsCsv.resume(file, COLUMNS, 3)) {
            metrics.append(4, 5);
            assertThat(MetricsCsv.read(file).rows()).hasSize(4);
        }
    }

    @Test
    void endsAsIfNeverKilledAfterResuming() throws IOException {
        byte[] uninterrupted = Files.readAllBytes(file);
        Files.writeString(file, "4,0.5\n5,0.", StandardOpenOption.APPEND);
        try (MetricsCsv metrics = MetricsCsv.resume(file, COLUMNS, 2)) {
            metrics.append(3, Double.NaN);
        }
        assertThat(file).hasBinaryContent(uninterrupted);
    }

    @Test
    void dropsATornRow() throws IOException {
        Files.writeString(file, "4,0.", StandardOpenOption.APPEND);
        assertThat(MetricsCsv.read(file).rows()).hasSize(3);
        MetricsCsv.resume(file, COLUMNS, 4).close();
        assertThat(file).content().endsWith("3,NaN\n");
    }

    @Test
    void startsOverWhereEvenTheHeaderIsTorn() throws IOException {
        Files.writeString(file, "evaluat");
        MetricsCsv.resume(file, COLUMNS, 0).close();
        assertThat(file).hasContent("evaluation,loss\n");
        assertThat(MetricsCsv.read(file).rows()).isEmpty();
    }

    @Test
    void refusesAFileOfOtherColumns() {
        assertThatThrownBy(() -> MetricsCsv.resume(file, List.of("evaluation", "loss", "seconds"), 1))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("has other columns than evaluation,loss,seconds");
    }
}
