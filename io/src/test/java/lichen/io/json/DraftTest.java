package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Crop;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.io.json.Studio.Brush;
import lichen.io.json.Studio.Painting;
import lichen.io.json.Studio.Pen;
import lichen.io.json.Studio.WorkOfArt;
import org.junit.jupiter.api.Test;

/** A part of a config that is read as it stands, and with changes. */
class DraftTest {
    /** A series of works that are like one but for some changes. */
    @Summary("works like one another")
    record Series(
            @Summary("what they are like") Draft<WorkOfArt> like,
            @Summary("changes by their ways") @Default("{}") Map<String, Fragment> changes) {
        Series {
            changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        }

        Painting changed() {
            return (Painting) like.with("$.like.changed", changes);
        }
    }

    private static final String LIKE = "{\"like\": {\"type\": \"painting\", \"model\": {\"image\": \"a.png\"}}";

    @Test
    void isWhatItDescribesAsItStands() {
        Series series = read(LIKE + "}").value();

        assertThat(((Painting) series.like().value()).tool()).isEqualTo(new Brush(10, 0.5, 4));
        assertThat(series.changed()).isEqualTo(series.like().value());
    }

    @Test
    void isReadWithChangesAtTheirWaysAndKeepsWhatItWas() {
        Series series = read(LIKE + """
                , "changes": {"tool.width": 6, "title": "Moss", "model.crop": [1, 2, 3, 4]}}""").value();

        assertThat(series.changed().tool()).isEqualTo(new Brush(6, 0.5, 4));
        assertThat(series.changed().title()).contains("Moss");
        assertThat(((Painting) series.like().value()).title()).isEmpty();
    }

    @Test
    void takesAnObjectOfAnotherTypeAsAWhole() {
        Series series = read(LIKE + ", \"changes\": {\"tool\": {\"type\": \"pen\", \"ink\": \"red\"}}}")
                .value();

        assertThat(series.changed().tool()).isInstanceOf(Pen.class);
    }

    @Test
    void tellsAllThatIsWrongWhereItWasWritten() {
        Series series = read(LIKE + """
                ,
                 "changes": {"tool.widht": 3,
                             "seed": "many"}}""").value();
        ConfigException wrong = catchThrowableOfType(ConfigException.class, series::changed);

        assertThat(wrong.problems()).hasSize(2);
        assertThat(wrong.problems().get(0).path()).isEqualTo("$.like.changed.tool.widht");
        assertThat(wrong.problems().get(0).message()).contains("Did you mean \"width\"");
        assertThat(wrong.problems().get(0)).asString().contains("(series.json:2:");
        assertThat(wrong.problems().get(1).message()).contains("expected a whole number");
    }

    @Test
    void addsItsFilesToThoseOfTheConfig() {
        Config<Series> config = read(LIKE + ", \"changes\": {\"model.image\": \"b.png\"}}");
        config.value().changed();

        assertThat(config.files().values())
                .contains(
                        FileReference.to(Studio.FOLDER.resolve("a.png")),
                        FileReference.to(Studio.FOLDER.resolve("b.png")));
    }

    @Test
    void isWrittenAsWhatItDescribesAndChangesAsTheyWere() {
        Series series = read(LIKE
                        + ", \"changes\": {\"tool\": {\"type\": \"pen\", \"ink\": \"red\"}, \"size\": [4, 5]}}")
                .value();
        String written = new ConfigWriter(Studio.registry()).write(series, Series.class);

        assertThat(read(written).value()).isEqualTo(series);
        assertThat(written).contains("\"pressure\": 0.5").contains("\"ink\": \"red\"");
    }

    @Test
    void labelsFragmentsForFileNames() {
        Map<String, Fragment> changes = read(LIKE + """
                , "changes": {"a": 4, "b": "a/b c", "c": {"type": "pen"}, "d": [1, 2.5], "e": true, "f": {}}}""").value().changes();

        assertThat(changes.values().stream().map(Fragment::label))
                .containsExactlyElementsOf(List.of("4", "a-b-c", "pen", "1-2.5", "true", "object"));
    }

    @Test
    void isAConfigOfItsOwnWithValuesOfAProgram() {
        Draft<WorkOfArt> draft = draft("{\"type\": \"painting\", \"model\": {\"image\": \"a.png\"}}");
        Studio.Model model = new Studio.Model(
                FileReference.to(Studio.FOLDER.resolve("b = [c].png")), Optional.of(new Crop(1, 2, 3, 4)));
        Config<WorkOfArt> config = draft.with(Map.of(
                "model", model, "seed", 7L, "tool.width", 6, "tool.pressure", 0.25, "signed", true, "title", "5"));
        Painting painting = (Painting) config.value();

        assertThat(painting.model()).isEqualTo(model);
        assertThat(painting.seed()).isEqualTo(7);
        assertThat(painting.tool()).isEqualTo(new Brush(6, 0.25, 4));
        assertThat(painting.signed()).isTrue();
        assertThat(painting.title()).contains("5");
        assertThat(config.files()).containsExactly(Map.entry("$.model.image", model.image()));
        assertThat(((Painting) draft.value()).seed()).isEqualTo(1);
    }

    @Test
    void takesVariantsOfAProgramByTheirNames() {
        Draft<WorkOfArt> draft = draft("{\"type\": \"painting\", \"model\": {\"image\": \"a.png\"}}");

        Painting painting =
                (Painting) draft.with(Map.of("tool", new Pen("red"))).value();

        assertThat(painting.tool()).isEqualTo(new Pen("red"));
    }

    @Test
    void tellsWhatIsWrongWithValuesOfAProgram() {
        Draft<WorkOfArt> draft = draft("{\"type\": \"painting\", \"model\": {\"image\": \"a.png\"}}");
        ConfigException wrong = catchThrowableOfType(ConfigException.class, () -> draft.with(Map.of("seed", 0.5)));

        assertThat(wrong).hasMessage("1) $.seed (this program): expected a whole number, found 0.5.");
    }

    private static Draft<WorkOfArt> draft(String json) {
        return new ConfigReader(Studio.registry())
                .draft(new ConfigText("art.json", Studio.FOLDER, json), WorkOfArt.class);
    }

    private static Config<Series> read(String json) {
        return new ConfigReader(Studio.registry())
                .read(new ConfigText("series.json", Studio.FOLDER, json), List.of(), Series.class);
    }
}
