package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Variant;
import lichen.io.json.Studio.Brush;
import lichen.io.json.Studio.Finish;
import lichen.io.json.Studio.Painting;
import lichen.io.json.Studio.Pen;
import lichen.io.json.Studio.Sponge;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
    private static final FileReference IMAGE = FileReference.to(Studio.FOLDER.resolve("a.png"));

    @Test
    void passesOverTheNameOfASchemaAtTheTopAlone() {
        assertThat(Studio.painting(Studio.with("\"$schema\": \"any.json\", \"seed\": 2"))
                        .seed())
                .isEqualTo(2);
        assertThat(ConfigProblemsTest.problems(
                        Studio.with("\"tool\": {\"type\": \"sponge\", \"$schema\": \"any.json\"}")))
                .contains("unknown key \"$schema\"");
    }

    @Test
    void fillsInDefaults() {
        assertThat(Studio.painting(Studio.with("")))
                .isEqualTo(new Painting(
                        1,
                        new Studio.Model(IMAGE, Optional.empty()),
                        new Brush(10, 0.5, 4),
                        List.of(),
                        List.of("all"),
                        Map.of(),
                        Finish.MATT,
                        new Size(64, 48),
                        false,
                        Optional.empty()));
    }

    @Test
    void readsEveryTypeOfKey() {
        Painting painting = Studio.painting("""
                {
                  "type": "painting",
                  "seed": 9007199254740993,
                  "model": {"image": "../b.png", "crop": [1, 2, 3, 4]},
                  "tool": {"type": "pen", "ink": "black"},
                  "spare": [{"type": "sponge"}, {"type": "brush", "width": 3, "pressure": 1, "restart-every": 2}],
                  "layers": ["one", "two"],
                  "weights": {"one": 0.25, "two": 1e-3},
                  "finish": "high-gloss",
                  "size": [7, 8],
                  "signed": true,
                  "title": "Moss"
                }
                """);
        assertThat(painting)
                .isEqualTo(new Painting(
                        9007199254740993L,
                        new Studio.Model(
                                FileReference.to(Studio.FOLDER.resolveSibling("b.png")),
                                Optional.of(new Crop(1, 2, 3, 4))),
                        new Pen("black"),
                        List.of(new Sponge(), new Brush(3, 1, 2)),
                        List.of("one", "two"),
                        Map.of("one", 0.25, "two", 1e-3),
                        Finish.HIGH_GLOSS,
                        new Size(7, 8),
                        true,
                        Optional.of("Moss")));
    }

    @Test
    void takesOneValueForAListOfOne() {
        assertThat(Studio.painting(Studio.with("\"layers\": \"sky\", \"spare\": {\"type\": \"sponge\"}")))
                .returns(List.of("sky"), Painting::layers)
                .returns(List.of(new Sponge()), Painting::spare);
    }

    @Test
    void keepsTheOrderOfAMap() {
        assertThat(Studio.painting(Studio.with("\"weights\": {\"z\": 1, \"a\": 2, \"m\": 3}"))
                        .weights()
                        .keySet())
                .containsExactly("z", "a", "m");
    }

    @Test
    void keepsBundledNames() {
        assertThat(Studio.painting(Studio.with("").replace("a.png", "bundled:gravel"))
                        .model()
                        .image())
                .isEqualTo(new FileReference("bundled:gravel"));
    }

    @Test
    void readsAPlainRecordWithoutAType() {
        Config<Brush> config = new ConfigReader(Studio.registry())
                .read(new ConfigText("brush.json", Studio.FOLDER, "{\"width\": 5}"), List.of(), Brush.class);
        assertThat(config.value()).isEqualTo(new Brush(5, 0.5, 4));
    }

    @Test
    void placesAProblemThatShowsLater() {
        Config<Studio.WorkOfArt> config =
                Studio.read(Studio.with("\n\"layers\": [\"sky\",\n \"see\"], \"weights\": {\"see\": 2}"));
        assertThat(config.pathsTo("see")).containsExactly("$.layers[1]", "$.weights.see");
        assertThat(config.pathsTo("a.png")).isEmpty();
        assertThat(config.problemAt("$.layers[1]", "no such layer"))
                .hasToString("$.layers[1] (art.json:3:2): no such layer.");
    }

    @Test
    void placesALaterProblemOfADefaultAtTheObjectAroundIt() {
        Config<Studio.WorkOfArt> config = Studio.read(Studio.with(""));
        assertThat(config.problemAt("$.tool.width", "too wide")).hasToString("$.tool.width (art.json:1:1): too wide.");
    }

    @Test
    void knowsTheWayToEveryRecord() {
        Config<Studio.WorkOfArt> config =
                Studio.read(Studio.with("\"spare\": [{\"type\": \"pen\", \"ink\": \"red\"}]"));
        Painting painting = (Painting) config.value();
        assertThat(config.pathOf((Record) painting.spare().get(0))).contains("$.spare[0]");
        assertThat(config.pathOf(painting.model())).contains("$.model");
        assertThat(config.pathOf(new Sponge())).isEmpty();
    }

    @Test
    void knowsEveryFileThatItNames() {
        assertThat(Studio.read(Studio.with("")).files()).isEqualTo(Map.of("$.model.image", IMAGE));
    }

    record WrongDefault(@Default("\"ten\"") int width) implements Studio.DrawingTool {}

    record UnquotedDefault(@Default("ten") String width) implements Studio.DrawingTool {}

    @Test
    void blamesTheProgrammerForAWrongDefault() {
        assertThatThrownBy(() -> readTool(WrongDefault.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the default of lichen.io.json.ConfigReaderTest$WrongDefault.width does not fit:\n"
                        + "1) $.width (the default of lichen.io.json.ConfigReaderTest$WrongDefault.width):"
                        + " expected a whole number, found the text \"ten\".");
        assertThatThrownBy(() -> readTool(UnquotedDefault.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the default of lichen.io.json.ConfigReaderTest$UnquotedDefault.width is not JSON: ten."
                        + " A text needs quotes: \"\\\"x\\\"\"");
    }

    record Strange(StringBuilder text) implements Studio.DrawingTool {}

    @Test
    void blamesTheProgrammerForATypeThatJsonCannotGive() {
        assertThatThrownBy(() -> new ConfigReader(Studio.registry())
                        .read(new ConfigText("x.json", Studio.FOLDER, "{\"text\": 1}"), List.of(), Strange.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("$.text is of type java.lang.StringBuilder, which JSON cannot give.");
    }

    private static void readTool(Class<? extends Record> type) {
        Registry registry = Studio.registry(new Variant(Studio.DrawingTool.class, "tool", type));
        new ConfigReader(registry)
                .read(
                        new ConfigText("x.json", Studio.FOLDER, "{\"type\": \"tool\"}"),
                        List.of(),
                        Studio.DrawingTool.class);
    }
}
