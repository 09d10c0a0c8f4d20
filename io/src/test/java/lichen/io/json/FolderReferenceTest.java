package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lichen.core.image.SideRange;
import lichen.core.plugin.FolderReference;
import org.junit.jupiter.api.Test;

class FolderReferenceTest {
    private static final String ARCHIVE = "{\"folder\": \"../photographs\", \"side\": [3, 5]}";

    record Archive(FolderReference folder, SideRange side) {}

    @Test
    void startsFromTheFolderOfTheConfig() {
        FolderReference expected = FolderReference.to(Studio.FOLDER.resolveSibling("photographs"));
        Config<Archive> config = read(ARCHIVE);
        assertThat(config.value()).isEqualTo(new Archive(expected, new SideRange(3, 5)));
        assertThat(config.folders()).isEqualTo(Map.of("$.folder", expected));
        assertThat(config.files()).isEmpty();
    }

    @Test
    void startsFromTheCurrentFolderOnTheCommandLine() {
        assertThat(read(ARCHIVE, "folder=here").value().folder()).isEqualTo(FolderReference.to(Path.of("here")));
    }

    @Test
    void isWrittenAsItsPath() {
        Archive archive = new Archive(FolderReference.to(Studio.FOLDER.resolve("x")), new SideRange(300, 600));
        String json = new ConfigWriter(Studio.registry()).write(archive, Archive.class);
        assertThat(json).contains("\"folder\": \"" + archive.folder() + "\"").contains("[ 300, 600 ]");
        assertThat(read(json).value()).isEqualTo(archive);
    }

    @Test
    void hasAName() {
        assertThatThrownBy(() -> read("{\"folder\": \" \", \"side\": [5, 3]}")).hasMessage("""
                        1) $.folder (art.json:1:12): must be the path of a folder, but is empty.
                        2) $.side[1] (art.json:1:29): must be at least 5, the shortest side, but is 3.""");
    }

    private static Config<Archive> read(String json, String... settings) {
        return new ConfigReader(Studio.registry())
                .read(
                        new ConfigText("art.json", Studio.FOLDER, json),
                        List.of(settings).stream().map(Setting::parse).toList(),
                        Archive.class);
    }
}
