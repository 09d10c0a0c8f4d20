package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigProblemsTest {
    static String problems(String json, String... settings) {
        try {
            return "none: " + Studio.read(json, settings).value();
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
        String json = """
                {
                  "type": "painting",
                  "seed": 1.5,
                  "sead": 7,
                  "model": {"imgae": "a.png", "crop": [0, 0, 0, 4]},
                  "tool": {"type": "brsh", "width": 3},
                  "spare": [{"width": 3}, "sponge", {"type": "brush", "width": 0}, {"type": "pen", "ink": "water"}],
                  "layers": ["sky", 3, null],
                  "weights": {"sky": "heavy", "odd key": 1e999},
                  "finish": "mat",
                  "size": [64],
                  "signed": "yes",
                  "title": {}
                }
                """;
        assertThat(problems(json)).isEqualTo("""
                        1) $.seed (art.json:3:11): expected a whole number, found 1.5.
                        2) $.sead (art.json:4:3): unknown key "sead". Did you mean "seed"? Known: type, seed, model, tool, spare, layers, weights, finish, size, signed, title.
                        3) $.model.imgae (art.json:5:13): unknown key "imgae". Did you mean "image"? Known: image, crop.
                        4) $.model.crop[2] (art.json:5:46): must be at least 1, but is 0.
                        5) $.tool.type (art.json:6:20): unknown drawing-tool "brsh". Did you mean "brush"? Known: brush, pen, sponge.
                        6) $.spare[0] (art.json:7:13): missing key "type", which says what drawing-tool it is. Known: brush, pen, sponge.
                        7) $.spare[1] (art.json:7:27): expected an object such as {"type": "sponge"}, found the text "sponge".
                        8) $.spare[2].width (art.json:7:64): must be at least 1, but is 0.
                        9) $.spare[3] (art.json:7:68): water is no ink.
                        10) $.layers[1] (art.json:8:21): expected text, found 3.
                        11) $.layers[2] (art.json:8:24): null is no value. Leave the key out, or give it a value.
                        12) $.weights.sky (art.json:9:22): expected a number, found the text "heavy".
                        13) $.weights["odd key"] (art.json:9:42): must be at most 1.7e308 in size, but is 1e999.
                        14) $.finish (art.json:10:13): unknown choice "mat". Did you mean "matt"? Known: matt, high-gloss.
                        15) $.size (art.json:11:11): expected [width, height], found a list of 1.
                        16) $.signed (art.json:12:13): expected true or false, found the text "yes".
                        17) $.title (art.json:13:12): expected text, found an object.""".stripIndent());
    }

    @Test
    void saysWhatAMissingKeyIs() {
        assertThat(problems("{\"type\": \"painting\", \"model\": {}}"))
                .isEqualTo("1) $.model (art.json:1:31): missing key \"image\": the photograph.");
        assertThat(problems("{\"type\": \"painting\"}"))
                .isEqualTo("1) $ (art.json:1:1): missing key \"model\": an object.");
    }

    @Test
    void doesNotMissAKeyThatIsOnlyMisspelt() {
        assertThat(problems("{\"type\": \"painting\", \"modle\": {}}").lines()).hasSize(1);
    }

    @Test
    void placesARefusalOfADefaultAtTheObjectThatLeftItOut() {
        assertThat(problems(Studio.with("\n\"tool\": {\"type\": \"brush\", \"width\": 2}")))
                .isEqualTo("1) $.tool.restart-every (art.json:2:9): must be at most width 2, but is 4.");
    }

    @Test
    void refusesAKeyGivenTwice() {
        assertThat(problems(Studio.with("\"seed\": 1,\n\"seed\": 2")))
                .isEqualTo("1) $.seed (art.json:2:1): the key \"seed\" was given before, at art.json:1:51."
                        + " Remove one of the two.");
    }

    @Test
    void understandsCamelCaseAsAMisspelling() {
        assertThat(problems(Studio.with("\"tool\": {\"type\": \"brush\", \"restartEvery\": 2}")))
                .contains("unknown key \"restartEvery\". Did you mean \"restart-every\"?");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThat(problems(Studio.with("\"tool\": {\"type\": \"brush\", \"width\": 3000000000}")))
                .endsWith("must be a whole number from -2147483648 to 2147483647, but is 3000000000.");
        assertThat(problems(Studio.with("\"seed\": 9223372036854775808")))
                .endsWith("must be a whole number from -9223372036854775808 to 9223372036854775807, but is"
                        + " 9223372036854775808.");
    }

    @Test
    void refusesARootThatIsNoObject() {
        assertThat(problems("[1, 2]"))
                .isEqualTo(
                        "1) $ (art.json:1:1): expected an object such as {\"type\": \"painting\"}, found a list of 2.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1:1 | is empty. Write at least {}, or check the name.",
                "{\"a\": 1,} | 1:9 | not JSON: the comma before this } is one too many.",
                "[1, 2,] | 1:7 | not JSON: the comma before this ] is one too many.",
                "{\"a\": 1} // end | 1:10 | not JSON: comments are no part of JSON. Remove this one.",
                "{\"a\": grm} | 1:7 | not JSON: this word is no value. A text needs double quotes.",
                "{'a': 1} | 1:2 | not JSON: a key needs double quotes: \"key\".",
                "{\"a\": 'x'} | 1:7 | not JSON: a value cannot begin with this character. A text needs double quotes.",
                "{\"a\": [1, 2 | 1:12 | not JSON: it ends too early: a closing }, ] or quote is missing.",
                "{\"a\" 1} | 1:6 | not JSON: a colon is missing between key and value.",
                "{\"a\": 1 \"b\": 2} | 1:9 | not JSON: a comma is missing before this.",
                "{\"a\": 007} | 1:8 | not JSON: a number must not begin with 0, unless with \"0.\".",
                "{\"a\": NaN} | 1:10 | not JSON: not-a-number and infinity are no numbers in JSON.",
                "{\"a\": \"C:\\data\"} | 1:11 | not JSON: a backslash in a text is written \\\\; in a path, / will do.",
                "{\"a\": 1}} | 1:9 | not JSON: this bracket does not close the last one that is open.",
                "{\"a\": } | 1:7 | not JSON: a value is missing here.",
                "{\"a\": 5.} | 1:8 | not JSON: this is not how JSON writes a number. A digit is missing.",
                "{} {} | 1:4 | there is more text after the end. Remove it.",
            })
    void saysInPlainWordsWhyATextIsNotJson(String json, String place, String sentence) {
        assertThat(problems(json)).isEqualTo("1) $ (art.json:" + place + "): " + sentence);
    }

    @Test
    void refusesBottomlessNesting() {
        assertThat(problems("[".repeat(100_000)))
                .isEqualTo(
                        "1) $ (art.json:1:102): not JSON: objects and lists lie too deep in each other: more than 100.");
    }
}
