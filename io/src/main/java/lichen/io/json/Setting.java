package lichen.io.json;

import java.util.Arrays;
import java.util.List;
import lichen.core.check.Require;

/**
 * A change to a config, given on the command line: {@code objective.layers.0=conv1}. It outranks the file.
 *
 * @param text as the user wrote it
 * @param keys the way to the value: keys of objects, and numbers of list elements from 0
 * @param value JSON, or else a text without quotes
 */
public record Setting(String text, List<String> keys, String value) {
    /** Copies the list. */
    public Setting {
        keys = List.copyOf(keys);
    }

    /**
     * Takes a setting apart; a way may also be written as messages spell it, {@code $.objective.layers[0]}.
     *
     * @throws lichen.core.check.InvalidValueException if there is no {@code =}, or a key is empty
     */
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        Require.that(equals > 0, "setting", "must be key.path=value, but is \"" + text + "\"");
        String way =
                text.substring(0, equals).strip().replaceFirst("^\\$\\.", "").replaceAll("\\[(\\d+)]", ".$1");
        List<String> keys = Arrays.asList(way.split("\\.", -1));
        Require.that(keys.stream().noneMatch(String::isBlank), "setting", "has an empty key before the \"=\": " + text);
        return new Setting(text, keys, text.substring(equals + 1));
    }

    Place place() {
        return new Place.OnCommandLine(text);
    }
}
