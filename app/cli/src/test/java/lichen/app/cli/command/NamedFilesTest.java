package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lichen.app.cli.Wiring;
import lichen.io.data.DataSource;
import lichen.io.json.Config;
import lichen.io.json.ConfigException;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void takesAFolderThatIsThereForOne() throws IOException {
        Files.createDirectory(folder.resolve("photographs"));
        assertThat(NamedFiles.missing(config("\"folder\": \"photographs\""))).isEmpty();
    }

    @Test
    void tellsEveryFileAndFolderThatIsMissing() throws IOException {
        Files.writeString(folder.resolve("photographs"), "a file");
        assertThat(new ConfigException(
                        NamedFiles.missing(config("\"folder\": \"photographs\", \"photographs\": \"a.jpg\""))))
                .hasMessage(String.format(Locale.ROOT, """
                        1) $.photographs (data.json:1:61): %s: no such file. Check the name, or name another file with \
                        -s photographs=<file>.
                        2) $.folder (data.json:1:31): %s: is a file, not a folder. Check the name, or name another \
                        folder with -s folder=<folder>.""", folder.resolve("a.jpg"), folder.resolve("photographs")));
    }

    private Config<DataSource> config(String keys) {
        ConfigText text = new ConfigText("data.json", folder, "{\"type\": \"patches\", " + keys + "}");
        return Wiring.injector().getInstance(ConfigReader.class).read(text, List.of(), DataSource.class);
    }
}
