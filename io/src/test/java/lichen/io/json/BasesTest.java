package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.core.plugin.FileReference;
import lichen.io.json.Studio.Brush;
import lichen.io.json.Studio.Painting;
import lichen.io.json.Studio.Sponge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeBase() throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        Files.writeString(
                folder.resolve("inner/moss.json"),
                "{\"type\": \"painting\", \"model\": {\"image\": \"a.png\"}, \"title\": \"Moss\"}");
    }

    @Test
    void giveWhatIsNotChanged() {
        Painting painting = read("{\"base\": \"inner/moss.json\"}");
        assertThat(painting.title()).contains("Moss");
        assertThat(painting.model().image()).isEqualTo(FileReference.to(folder.resolve("inner/a.png")));
    }

    @Test
    void areChangedAlongWays() {
        Painting painting = read("""
                {"base": "inner/moss.json",
                 "set": {"model.image": "b.png", "tool": {"type": "brush", "width": 7}, "weights": {"one": 1}, "spare[0]": {"type": "sponge"}, "$.tool.pressure": 1}}
                """);
        assertThat(painting.model().image()).isEqualTo(FileReference.to(folder.resolve("b.png")));
        assertThat(painting.tool()).isEqualTo(new Brush(7, 1, 4));
        assertThat(painting.weights()).containsEntry("one", 1.0);
        assertThat(painting.spare()).containsExactly(new Sponge());
        assertThat(painting.title()).contains("Moss");
    }

    @Test
    void mayHaveBasesThemselves() throws IOException {
        Files.writeString(folder.resolve("stone.json"), "{\"base\": \"inner/moss.json\", \"set\": {\"seed\": 5}}");
        Painting painting = read("{\"base\": \"stone.json\", \"set\": {\"title\": \"Stone\"}}");
        assertThat(painting.seed()).isEqualTo(5);
        assertThat(painting.title()).isEqualTo(Optional.of("Stone"));
    }

    @Test
    void mayBeAsManyBesideEachOtherAsOneLikes() throws IOException {
        Files.writeString(folder.resolve("sponge.json"), "{\"type\": \"sponge\"}");
        String sponges = String.join(", ", Collections.nCopies(30, "{\"base\": \"sponge.json\"}"));
        Painting painting = read("{\"base\": \"inner/moss.json\", \"set\": {\"spare\": [" + sponges + "]}}");
        assertThat(painting.spare()).hasSize(30).containsOnly(new Sponge());
    }

    @Test
    void areOutrankedByTheCommandLine() {
        Painting painting = read(
                "{\"base\": \"inner/moss.json\", \"set\": {\"seed\": 5}}",
                "seed=6",
                "set.tool.width=8",
                "tool.pressure=1");
        assertThat(painting.seed()).isEqualTo(6);
        assertThat(painting.tool()).isEqualTo(new Brush(8, 1, 4));
    }

    @Test
    void areChangedByTheCommandLineInsideTheirLists() throws IOException {
        Files.writeString(
                folder.resolve("layers.json"),
                "{\"base\": \"inner/moss.json\", \"set\": {\"layers\": [\"a\", \"b\"]}}");
        assertThat(read("{\"base\": \"layers.json\"}", "layers[1]=c").layers()).containsExactly("a", "c");
        assertThat(read("{\"base\": \"layers.json\"}", "set.layers[0]=c").layers())
                .containsExactly("c", "b");
    }

    @Test
    void tellWhatIsWrongWhereItIsWritten() {
        assertRefused(
                "{\"base\": \"inner/moss.json\", \"set\": {\"a..b\": 3}}",
                "$.set[\"a..b\"] (art.json:1:",
                "is no way to a key");
        assertRefused("{\"base\": \"nothing.json\"}", "$.base", "nothing.json", "no such file");
        assertRefused("{\"base\": \"nothing\"}", "$.base", "nothing of this name comes along");
        assertRefused("{\"base\": 3}", "$.base (art.json:1:10): expected text, found 3");
        assertRefused(
                "{\"base\": \"inner/moss.json\", \"title\": \"x\"}",
                "$.title (art.json:1:",
                "goes into \"set\": {\"title\": ...}");
        assertRefused("{\"base\": \"inner/moss.json\", \"set\": 3}", "$.set (art.json:1:", "found 3");
        assertRefused(
                "{\"base\": \"inner/moss.json\", \"set\": {\"titel\": 3}}",
                "$.titel (art.json:1:",
                "Did you mean \"title\"");
    }

    @Test
    void tellWhatIsWrongInThemselves() throws IOException {
        Files.writeString(folder.resolve("wrong.json"), "{\"type\": \"painting\",\n  \"seed\": \"x\"}");
        assertRefused(
                "{\"base\": \"wrong.json\"}",
                "$.seed (wrong.json:2:11, inherited by art.json:1:10)",
                "missing key \"model\"");
        Files.writeString(folder.resolve("round.json"), "{\"base\": \"round.json\"}");
        assertRefused("{\"base\": \"round.json\"}", "round.json -> round.json");
    }

    private Painting read(String json, String... settings) {
        ConfigText text = new ConfigText("art.json", folder, json);
        List<Setting> changes = Stream.of(settings).map(Setting::parse).toList();
        return (Painting) new ConfigReader(Studio.registry())
                .read(text, changes, Studio.WorkOfArt.class)
                .value();
    }

    private void assertRefused(String json, String... parts) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ConfigException.class).hasMessageContainingAll(parts);
    }
}
