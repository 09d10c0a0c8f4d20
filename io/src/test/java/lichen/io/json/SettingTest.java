package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.json.Studio.Brush;
import lichen.io.json.Studio.Painting;
import lichen.io.json.Studio.Pen;
import lichen.io.json.Studio.Sponge;
import org.junit.jupiter.api.Test;

class SettingTest {
    private static final String PLAIN = Studio.with("");

    @Test
    void outranksTheFileAndEarlierSettings() {
        assertThat(Studio.painting(Studio.with("\"seed\": 5"), "seed=6", "seed=7")
                        .seed())
                .isEqualTo(7);
    }

    @Test
    void takesJsonOrElseText() {
        Painting painting = Studio.painting(
                PLAIN,
                "title=Grey stones",
                "layers=[\"a\", \"b\"]",
                "weights.a=0.5",
                "signed=true",
                "finish=high-gloss");
        assertThat(painting)
                .returns(Optional.of("Grey stones"), Painting::title)
                .returns(List.of("a", "b"), Painting::layers)
                .returns(Map.of("a", 0.5), Painting::weights)
                .returns(true, Painting::signed)
                .returns(Studio.Finish.HIGH_GLOSS, Painting::finish);
    }

    @Test
    void givesTextWhereItLooksLikeANumber() {
        assertThat(Studio.painting(PLAIN, "title=2026").title()).contains("2026");
        assertThat(Studio.painting(PLAIN, "title=").title()).contains("");
    }

    @Test
    void reachesIntoLists() {
        String json = Studio.with("\"layers\": [\"a\", \"b\"], \"spare\": [{\"type\": \"brush\"}]");
        assertThat(Studio.painting(json, "layers.1=c", "layers.2=d", "spare.0.width=9", "$.layers[0]=z"))
                .returns(List.of("z", "c", "d"), Painting::layers)
                .returns(List.of(new Brush(9, 0.5, 4)), Painting::spare);
        assertThat(Studio.painting(PLAIN, "layers.0=only").layers()).containsExactly("only");
    }

    @Test
    void reachesIntoListsThatAreDefaults() {
        assertThat(Studio.painting(PLAIN, "size[1]=50", "layers[1]=some"))
                .returns(new Size(64, 50), Painting::size)
                .returns(List.of("all", "some"), Painting::layers);
        assertThat(Studio.painting(Studio.with("\"layers\": \"one\""), "layers[1]=two")
                        .layers())
                .containsExactly("one", "two");
        assertThat(ConfigProblemsTest.problems(PLAIN, "size[3]=50", "seed.first=3"))
                .isEqualTo("""
                        1) $.seed (-s seed.first=3): is 1, so there is no "first" in it. Set $.seed as a whole.
                        2) $.size (-s size[3]=50): is a list of 2, so "3" must be a number from 0 to 2, where 2 adds an element.""".stripIndent());
    }

    @Test
    void takesKeysWithDotsInQuotes() {
        assertThat(Studio.painting(PLAIN, "weights[\"conv1.a=b\"]=2", "$.weights[\"a b\"]=3")
                        .weights())
                .isEqualTo(Map.of("conv1.a=b", 2.0, "a b", 3.0));
    }

    @Test
    void mayNameAKeyThatElsewhereTellsOfAnotherFile() {
        assertThat(Studio.painting(Studio.with("\"weights\": {\"base\": 1}"), "weights.tip=2", "weights.set=3")
                        .weights())
                .isEqualTo(Map.of("base", 1.0, "tip", 2.0, "set", 3.0));
        assertThat(Studio.painting(PLAIN, "weights.base=2", "weights.tip=3").weights())
                .isEqualTo(Map.of("base", 2.0, "tip", 3.0));
    }

    @Test
    void changesOneKeyOfADefault() {
        assertThat(Studio.painting(PLAIN, "tool.width=20").tool()).isEqualTo(new Brush(20, 0.5, 4));
    }

    @Test
    void replacesADefaultWhoseTypeItChanges() {
        assertThat(Studio.painting(PLAIN, "tool.type=sponge").tool()).isEqualTo(new Sponge());
        assertThat(Studio.painting(PLAIN, "tool.ink=red", "tool.type=pen").tool())
                .isEqualTo(new Pen("red"));
    }

    @Test
    void keepsTheFilesOtherKeysWhenItChangesAType() {
        assertThat(ConfigProblemsTest.problems(
                        Studio.with("\n\"tool\": {\"type\": \"brush\", \"width\": 9}"), "tool.type=sponge"))
                .isEqualTo("1) $.tool.width (art.json:2:27): unknown key \"width\". Known: type.");
    }

    @Test
    void startsRelativePathsFromTheCurrentDirectory() {
        assertThat(Studio.painting(PLAIN, "model.image=x/y.png").model().image())
                .isEqualTo(FileReference.to(Path.of("x/y.png")));
    }

    @Test
    void isNamedAsThePlaceOfAProblem() {
        assertThat(ConfigProblemsTest.problems(PLAIN, "tool.type=brsh", "seed=x", "sede=3"))
                .isEqualTo("""
                        1) $.sede (-s sede=3): unknown key "sede". Did you mean "seed"? Known: type, seed, model, tool, spare, layers, weights, finish, size, signed, title.
                        2) $.seed (-s seed=x): expected a whole number, found the text "x".
                        3) $.tool.type (-s tool.type=brsh): unknown drawing-tool "brsh". Did you mean "brush"? Known: brush, pen, sponge.""".stripIndent());
    }

    @Test
    void cannotLeadThroughAValue() {
        assertThat(ConfigProblemsTest.problems(
                        Studio.with("\"layers\": [\"a\"]"), "model.image.x=1", "layers.5=b", "layers.first=b"))
                .isEqualTo("""
                        1) $.model.image (-s model.image.x=1): is the text "a.png", so there is no "x" in it. Set $.model.image as a whole.
                        2) $.layers (-s layers.5=b): is a list of 1, so "5" must be a number from 0 to 1, where 1 adds an element.
                        3) $.layers (-s layers.first=b): is a list of 1, so "first" must be a number from 0 to 1, where 1 adds an element.""".stripIndent());
    }

    @Test
    void needsAKeyAndAnEqualsSign() {
        for (String wrong : List.of("seed", "=3", "a..b=3", ".a=3", "a[=3", "a[x]=3", "a]b=3", "a[1]b=3", "")) {
            assertThatThrownBy(() -> Setting.parse(wrong))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining(wrong);
        }
    }
}
