package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void isFoundElsewhereWhereItsPlaceIsGone() throws IOException {
        Path picture = Files.writeString(folder.resolve("result.png"), "a picture");
        Path gone = Files.createDirectory(folder.resolve("gone"));
        OutputFile file = OutputFile.require(gone.resolve("out.png"), List.of(folder.resolve("photo.png")), false);
        assertThat(gone).isEmptyDirectory();
        Files.delete(gone);

        IOException told = catchThrowableOfType(IOException.class, () -> file.copy(picture, Console.ofProcess()));

        String message = String.valueOf(told.getMessage());
        assertThat(message)
                .startsWith(gone.resolve("out.png") + ": cannot be written: its folder does not exist;")
                .contains("; what was to be written there is in ");
        Path kept = Path.of(message.substring(message.lastIndexOf(" is in ") + 7));
        assertThat(kept).hasContent("a picture");
        Files.delete(kept);
    }
}
