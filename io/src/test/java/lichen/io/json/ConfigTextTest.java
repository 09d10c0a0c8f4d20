package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.core.plugin.FileReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTextTest {
    @TempDir
    private Path folder;

    @Test
    void startsPathsFromTheFolderOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "\uFEFF{\"ä\": 1}");
        assertThat(ConfigText.read(FileReference.to(file), "a.json"))
                .isEqualTo(new ConfigText("a.json", folder, "{\"ä\": 1}"));
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        assertRefused(folder.resolve("none.json"), "no such file. Check the name and the folder.");
        assertRefused(folder, "is a folder. Name a JSON file in it.");
        Path latin = Files.write(folder.resolve("latin.json"), "{\"ä\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(latin, "is not UTF-8 text, so not JSON. Save it as UTF-8, or check the name.");
        Path large = Files.write(folder.resolve("large.json"), new byte[(4 << 20) + 1]);
        assertRefused(large, "is larger than 4 MiB, so it can hardly be a config. Check the name.");
    }

    @Test
    void saysWhereNothingOfAnameComesAlong() {
        assertThatThrownBy(() -> ConfigText.read(new FileReference("bundled:experiments/nothing.json"), "nothing"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("1) $ (nothing): nothing of this name comes along. A file of your own is named with its"
                        + " ending, .json.");
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> ConfigText.read(FileReference.to(file), "shown.json"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("1) $ (shown.json): " + message);
    }
}
