package lichen.io.json;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;

/**
 * A change to a config, given on the command line: {@code objective.layers[0]=conv1}. It outranks the file.
 *
 * @param text as the user wrote it
 * @param keys the way to the value: keys of objects, and numbers of list elements from 0
 * @param value JSON, or else a text without quotes
 */
public record Setting(String text, List<String> keys, String value) {
    /** An equals sign inside a quoted key belongs to the key. */
    private static final Pattern PARTS =
            Pattern.compile("(?s)(?<way>(?:[^=\\[]++|\\[\"[^\"]*+\"]|\\[)++)=(?<value>.*)");

    /** Copies the list. */
    public Setting {
        keys = List.copyOf(keys);
    }

    /**
     * Takes a setting apart; a way may also be written as messages spell it, {@code $.objective.layers[0]}.
     *
     * @throws lichen.core.check.InvalidValueException if there is no {@code =}, or no way before it
     */
    public static Setting parse(String text) {
        Matcher parts = PARTS.matcher(text);
        Require.that(parts.matches(), "setting", "must be key.path=value, but is \"" + text + "\"");
        List<String> keys = JsonPath.keys(parts.group("way"))
                .orElseThrow(() -> new InvalidValueException(
                        "setting",
                        "must begin with keys that dots join, such as stages[0].scale, before the \"=\", but is \""
                                + text + "\""));
        return new Setting(text, keys, parts.group("value"));
    }

    Overlay.Change change(JsonValue parsed) {
        return new Overlay.Change(keys, place(), parsed);
    }

    Place place() {
        return new Place.OnCommandLine(text);
    }
}
