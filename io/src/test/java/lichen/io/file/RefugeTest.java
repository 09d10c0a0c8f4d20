package lichen.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefugeTest {
    private static final AtomicFiles.Content CONTENT = out -> out.write(42);

    @TempDir
    private Path folder;

    @Test
    void isNotNeededWhereAFileCanBeWritten() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Refuge.write(folder.resolve("image.png"), CONTENT, List.of(elsewhere));

        assertThat(folder.resolve("image.png")).hasBinaryContent(new byte[] {42});
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void isTheFirstFolderThatCanBeWritten() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path never = Files.createDirectory(folder.resolve("never"));
        Path file = folder.resolve("gone/image.png");

        assertThatThrownBy(() -> Refuge.write(file, CONTENT, List.of(folder.resolve("none"), elsewhere, never)))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("\\Q" + file + ": cannot be written: \\E.*; what was to be written there is in \\Q"
                        + elsewhere + "\\E.lichen-.*-image.png");
        assertThat(elsewhere.toFile().list()).hasSize(1);
        assertThat(never).isEmptyDirectory();
    }

    @Test
    void leavesTheReasonWhereThereIsNone() {
        Path file = folder.resolve("gone/image.png");

        assertThatThrownBy(() -> Refuge.write(file, CONTENT, List.of(folder.resolve("none"))))
                .hasMessage(file + ": cannot be written: its folder does not exist; make it first, or choose another");
    }
}
