package lichen.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    private Path folder;

    @Test
    void quotesOnlyWhatWouldEndACell() throws IOException {
        Path file = folder.resolve("table.csv");
        CsvFile.write(file, List.of(List.of("name", "value"), List.of("moss, wet", "1.5"), List.of("\"best\"", "")));

        assertThat(file).hasContent("name,value\n\"moss, wet\",1.5\n\"\"\"best\"\"\",\n");
    }
}
