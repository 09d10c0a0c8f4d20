package lichen.io.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** Says in a plain sentence why a text is not JSON, and the way out. */
final class MalformedText {
    /** What the parser says contains the one; what we say is the other. The first that fits counts. */
    private record Sentence(String parser, String ours) {}

    private static final List<Sentence> SENTENCES = List.of(
            new Sentence("end-of-input", "it ends too early: a closing }, ] or quote is missing"),
            new Sentence("comment", "comments are no part of JSON. Remove this one"),
            new Sentence("'}' (code 125)): was expecting double-quote", "the comma before this } is one too many"),
            new Sentence("to start field name", "a key needs double quotes: \"key\""),
            new Sentence("']' (code 93)): expected a valid value", "the comma before this ] is one too many"),
            new Sentence(
                    "expected a valid value", "a value cannot begin with this character. A text needs double quotes"),
            new Sentence("expected a value", "a value is missing here"),
            new Sentence("Unrecognized token", "this word is no value. A text needs double quotes"),
            new Sentence("Non-standard token", "not-a-number and infinity are no numbers in JSON"),
            new Sentence("colon to separate", "a colon is missing between key and value"),
            new Sentence("comma to separate", "a comma is missing before this"),
            new Sentence("Leading zeroes", "a number must not begin with 0, unless with \"0.\""),
            new Sentence("plus sign", "a number must not begin with +"),
            new Sentence("in numeric value", "this is not how JSON writes a number. A digit is missing"),
            new Sentence("CTRL-CHAR", "a text must end in the line where it begins; a line break in it is written \\n"),
            new Sentence("escape", "a backslash in a text is written \\\\; in a path, / will do"),
            new Sentence("close marker", "this bracket does not close the last one that is open"),
            new Sentence("nesting depth", "objects and lists lie too deep in each other: more than 100"),
            new Sentence("Number value length", "a number has more than 1000 digits"));

    private MalformedText() {}

    static Problem problem(JsonProcessingException e, Place place) {
        String message = e.getOriginalMessage();
        String sentence = SENTENCES.stream()
                .filter(known -> message.contains(known.parser()))
                .map(Sentence::ours)
                .findFirst()
                .orElse(message);
        return new Problem(JsonPath.ROOT, place, "not JSON: " + sentence);
    }
}
