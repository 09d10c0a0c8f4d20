package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetExperimentTest {
    private static final String CONFIG = """
            {
              "type": "data-set",
              "data": {"type": "patches", "folder": "photographs", "side": [20, 24], "size": 16, "validation": 0.4},
              "thumbnail": 16
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        Files.createDirectories(folder.resolve("photographs/nested"));
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void drawsASheetOfWhatItCutAndNamesWhatItPassedOver() throws IOException {
        place.photograph("photographs/one.png", 64, 50);
        place.photograph("photographs/nested/other.png", 48, 50);
        place.photograph("photographs/tiny.png", 8, 8);
        Files.writeString(folder.resolve("photographs/notes.txt"), "not a photograph");
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        assertThat(run.resolve("images/contact-sheet.png")).exists();
        assertThat(run.resolve("patches/data-set.json")).exists();
        assertThat(run.resolve("report.html")).content().contains("tiny.png", "notes.txt", "other.png");
        assertThat(run.resolve("manifest.json")).content().contains("one.png", "sha256");
    }

    @Test
    void refusesAnEmptyFolder() {
        assertThat(place.run().err())
                .startsWith("1) $.data.folder (" + place.config() + ":3:41): must hold photographs")
                .hasLineCount(1);
        assertThat(place.runs()).doesNotExist();
    }

    @Test
    void refusesARangeLargerThanAnyPhotograph() throws IOException {
        place.photograph("photographs/one.png", 64, 50);
        assertThat(place.run("-s", "data.side=[300, 600]").err())
                .startsWith("1) $.data.side (-s data.side=[300, 600]): ")
                .contains("one.png", "64 x 50");
        assertThat(place.runs()).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThat(place.run("-s", "data.folder=elsewhere").err())
                .startsWith("1) $.data.folder (-s data.folder=elsewhere): ")
                .contains("no such folder");
        assertThat(place.runs()).doesNotExist();
    }
}
