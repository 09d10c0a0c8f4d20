package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.core.plugin.FileReference;
import lichen.io.json.Studio.Brush;
import lichen.io.json.Studio.Painting;
import lichen.io.json.Studio.Pen;
import lichen.io.json.Studio.Sponge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A config that extends another one. */
class ExtendsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeMoss() throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        write("inner/moss.json", """
                {"type": "painting", "title": "Moss",
                 "model": {"image": "a.png", "crop": [0, 0, 8, 8]},
                 "tool": {"type": "brush", "width": 7, "pressure": 0.25},
                 "spare": [{"type": "sponge"}, {"type": "pen", "ink": "red"}],
                 "layers": ["a", "b", "c"],
                 "weights": {"one": 1, "two": 2}}
                """);
    }

    @Test
    void takesOverWhatItDoesNotChange() {
        Painting painting = read("{\"extends\": \"inner/moss.json\"}");
        assertThat(painting.title()).contains("Moss");
        assertThat(painting.model().image()).isEqualTo(FileReference.to(folder.resolve("inner/a.png")));
    }

    @Test
    void mergesObjectsKeyByKey() {
        Painting painting = read("""
                {"extends": "inner/moss.json", "type": "painting", "seed": 4,
                 "model": {"image": "b.png"}, "tool": {"pressure": 1}, "weights": {"two": 5, "three": 3}}
                """);
        assertThat(painting.seed()).isEqualTo(4);
        assertThat(painting.model().image()).isEqualTo(FileReference.to(folder.resolve("b.png")));
        assertThat(painting.model().crop()).isPresent();
        assertThat(painting.tool()).isEqualTo(new Brush(7, 1, 4));
        assertThat(painting.weights())
                .containsOnly(Map.entry("one", 1.0), Map.entry("two", 5.0), Map.entry("three", 3.0));
    }

    @Test
    void changesDefaultsOfWhatTheFileLeavesOut() throws IOException {
        write("bare.json", "{\"type\": \"painting\", \"model\": {\"image\": \"a.png\"}}");
        write("wide.json", "{\"extends\": \"bare.json\", \"tool\": {\"width\": 7}}");
        assertThat(read("{\"extends\": \"bare.json\", \"tool\": {\"width\": 7}}")
                        .tool())
                .isEqualTo(new Brush(7, 0.5, 4));
        assertThat(read("{\"extends\": \"wide.json\", \"tool\": {\"pressure\": 1}}", "tool.restart-every=2")
                        .tool())
                .isEqualTo(new Brush(7, 1, 2));
        assertThat(read("{\"extends\": \"wide.json\", \"tool\": {\"type\": \"sponge\"}}")
                        .tool())
                .isEqualTo(new Sponge());
        assertThat(read("{\"extends\": \"wide.json\", \"weights\": {\"1\": 2, \"base\": 3, \"tip\": 4}}")
                        .weights())
                .isEqualTo(Map.of("1", 2.0, "base", 3.0, "tip", 4.0));
        assertThat(problems(
                        "{\"extends\": \"wide.json\",\n \"weights\": {\"a\": {\"b\": 1}}, \"toool\": {\"width\": 1}}"))
                .contains(
                        "$.weights.a (art.json:2:19): expected a number, found an object",
                        "$.toool (art.json:2:30): unknown key \"toool\". Did you mean \"tool\"?");
    }

    @Test
    void replacesListsAndObjectsWhoseTypeChanges() {
        Painting painting = read("""
                {"extends": "inner/moss.json", "layers": ["z"], "spare": [], "tool": {"type": "pen", "ink": "blue"}}
                """);
        assertThat(painting.layers()).containsExactly("z");
        assertThat(painting.spare()).isEmpty();
        assertThat(painting.tool()).isEqualTo(new Pen("blue"));
    }

    @Test
    void replacesObjectsThatAreLikeAnotherFile() throws IOException {
        write("sponge.json", "{\"type\": \"sponge\"}");
        assertThat(read("{\"extends\": \"inner/moss.json\", \"tool\": {\"base\": \"sponge.json\"}}")
                        .tool())
                .isEqualTo(new Sponge());
        assertThat(read("{\"extends\": \"inner/moss.json\", \"tool\": {\"extends\": \"sponge.json\"}}")
                        .tool())
                .isEqualTo(new Sponge());
    }

    @Test
    void extendsAFileThatExtendsAnother() throws IOException {
        write("stone.json", "{\"extends\": \"inner/moss.json\", \"tool\": {\"width\": 9}, \"seed\": 5}");
        write("rock.json", "{\"base\": \"stone.json\", \"set\": {\"tool.restart-every\": 2}}");
        Painting painting = read("{\"extends\": \"rock.json\", \"seed\": 6}");
        assertThat(painting.tool()).isEqualTo(new Brush(9, 0.25, 2));
        assertThat(painting.seed()).isEqualTo(6);
    }

    @Test
    void isWhatSettingsChange() {
        Painting painting = read(
                "{\"extends\": \"inner/moss.json\", \"title\": \"Stone\"}",
                "layers[2]=z",
                "spare[1].ink=green",
                "tool.width=8",
                "weights.two=3");
        assertThat(painting.layers()).containsExactly("a", "b", "z");
        assertThat(painting.spare()).containsExactly(new Sponge(), new Pen("green"));
        assertThat(painting.tool()).isEqualTo(new Brush(8, 0.25, 4));
        assertThat(painting.weights()).containsEntry("one", 1.0).containsEntry("two", 3.0);
        assertThat(painting.title()).contains("Stone");
    }

    @Test
    void mayBeExtendedAnotherWayByASetting() throws IOException {
        write("stone.json", "{\"extends\": \"inner/moss.json\", \"title\": \"Stone\"}");
        Path stone = folder.resolve("stone.json");
        assertThat(read("{\"extends\": \"inner/moss.json\", \"seed\": 3}", "seed=4", "extends=" + stone))
                .returns(4L, Painting::seed)
                .returns(Optional.of("Stone"), Painting::title);
    }

    @Test
    void tellsWhatIsWrongInTheFileWhereItStands() throws IOException {
        write("wrong.json", "{\"extends\": \"inner/moss.json\",\n \"seed\": \"x\", \"titel\": \"y\"}");
        assertThat(problems(
                        "{\"extends\": \"wrong.json\",\n \"tool\": {\"width\": 2, \"restart-every\": 3, \"ink\": 1}}"))
                .isEqualTo("""
                        1) $.tool.restart-every (art.json:2:40): must be at most width 2, but is 3.
                        2) $.tool.ink (art.json:2:43): unknown key "ink". Known: type, width, pressure, restart-every.
                        3) $.titel (wrong.json:2:15, inherited by art.json:1:13): unknown key "titel". Did you mean "title"? Known: type, seed, model, tool, spare, layers, weights, finish, size, signed, title.
                        4) $.seed (wrong.json:2:10, inherited by art.json:1:13): expected a whole number, found the text "x".""");
    }

    @Test
    void tellsTheWholeChainThatAWrongValueCameBy() throws IOException {
        write("inner/far.json", "{\"type\": \"painting\", \"seed\": 1.5, \"model\": {\"image\": \"a.png\"}}");
        write("near.json", "{\"extends\": \"inner/far.json\"}");
        assertThat(problems("{\"extends\": \"near.json\"}")).isEqualTo("""
                        1) $.seed (inner/far.json:1:30, inherited by near.json:1:13, inherited by art.json:1:13): expected a whole number, found 1.5.""");
    }

    @Test
    void tellsAChainThatGoesRound() throws IOException {
        write("one.json", "{\"extends\": \"two.json\"}");
        write("two.json", "{\"extends\": \"inner/../one.json\"}");
        assertThat(problems("{\"extends\": \"one.json\"}")).isEqualTo("""
                        1) $.extends (two.json:1:13, inherited by one.json:1:13, inherited by art.json:1:13): leads back to itself: one.json -> two.json -> inner/../one.json. Take one of them out of the round.""");
        write("self.json", "{\"type\": \"painting\", \"spare\": {\"base\": \"self.json\"}}");
        assertThat(problems("{\"extends\": \"self.json\"}")).contains("self.json -> self.json");
    }

    @Test
    void tellsWhatCannotBeExtended() throws IOException {
        assertThat(problems("{\"extends\": \"nothing.json\"}")).contains("$.extends (art.json:1:13)", "no such file");
        assertThat(problems("{\"extends\": \"gatis\"}")).isEqualTo("""
                        1) $.extends (art.json:1:13): cannot be read (gatis): nothing of this name comes along. A file of your own is named with its ending, .json.""");
        assertThat(problems("{\"extends\": [\"a\"]}")).contains("expected text, found a list of 1");
        write("list.json", "[1]");
        assertThat(problems("{\"extends\": \"list.json\"}"))
                .contains("$ (list.json:1:1, inherited by art.json:1:13): expected an object", "found a list of 1");
        write("torn.json", "{\"type\": ");
        assertThat(problems("{\"extends\": \"torn.json\"}"))
                .contains("(art.json:1:13): cannot be read (torn.json:1:10");
    }

    @Test
    void isRefusedWhereNothingWouldBeLeftOfTheFile() throws IOException {
        write("sketch.json", "{\"type\": \"sketch\"}");
        assertThat(problems("{\"extends\": \"sketch.json\", \"type\": \"painting\"}"))
                .isEqualTo("""
                        1) $.type (art.json:1:36): is painting, but "sketch.json" is of the type sketch, of which nothing would be left. Leave out this key, or "extends".""");
    }

    @Test
    void isNotWrittenIntoTheResolvedConfig() {
        Painting painting = read("{\"$schema\": \"s.json\", \"extends\": \"inner/moss.json\", \"seed\": 3}");
        String resolved = new ConfigWriter(Studio.registry()).write(painting, Studio.WorkOfArt.class);
        assertThat(resolved).doesNotContain("extends", "$schema", "moss.json");
        assertThat(read(resolved)).isEqualTo(painting);
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }

    private Painting read(String json, String... settings) {
        ConfigText text = new ConfigText("art.json", folder, json);
        List<Setting> changes = Stream.of(settings).map(Setting::parse).toList();
        return (Painting) new ConfigReader(Studio.registry())
                .read(text, changes, Studio.WorkOfArt.class)
                .value();
    }

    private String problems(String json) {
        return String.valueOf(
                catchThrowableOfType(ConfigException.class, () -> read(json)).getMessage());
    }
}
