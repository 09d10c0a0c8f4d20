package lichen.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileReferenceTest {
    @TempDir
    private Path folder;

    @Test
    void opensStandardInputAnyNumberOfTimes() throws IOException {
        byte[] piped = {1, 2, 3};
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(piped));
        try {
            for (int time = 0; time < 3; time++) {
                try (InputStream in = FileReference.standardInput().open()) {
                    assertThat(in.readAllBytes()).isEqualTo(piped);
                }
            }
        } finally {
            System.setIn(before);
        }
        assertThat(FileReference.standardInput().isLasting()).isFalse();
    }

    @Test
    @Timeout(10)
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesAPipeInAFolderInsteadOfWaitingForWhoWritesIntoIt() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> FileReference.to(pipe).open())
                .isInstanceOf(IOException.class)
                .hasMessage(pipe + ": is a pipe or a device, not a file; save what it gives to a file");
    }
}
