package lichen.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    private Path folder;

    @Test
    void replacesAFileAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.writeText(file, "old");
        AtomicFiles.writeText(file, "new");
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void namesFileAndBytesWhenTheDiskIsFullAndKeepsTheOldContents() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.writeText(file, "old");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[1000]);
                    throw new IOException("error of an encoder", new IOException("No space left on device"));
                }))
                .isInstanceOf(WriteException.class)
                .hasMessage(file + ": cannot be written: no space is left after 1000 bytes; free some, or choose a"
                        + " folder on another disk");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void saysWhyAPathCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> AtomicFiles.writeText(folder.resolve("none/a.txt"), ""))
                .hasMessageEndingWith("its folder does not exist; make it first, or choose another");
        assertThatThrownBy(() -> AtomicFiles.writeText(file.resolve("a.txt"), ""))
                .hasMessageEndingWith("a part of the path is a file, not a folder; choose another path");
    }
}
