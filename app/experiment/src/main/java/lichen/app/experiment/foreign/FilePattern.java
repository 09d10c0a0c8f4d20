package lichen.app.experiment.foreign;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.app.experiment.Commission;
import lichen.core.check.Require;

/**
 * The names of files by what they show: {@code {photograph}} stands for what the photograph is called, {@code {seed}} for the seed.
 *
 * @param text the pattern, a path within a folder
 */
record FilePattern(String text) {
    private static final String PHOTOGRAPH = "{photograph}";
    private static final String SEED = "{seed}";
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*\\}");

    FilePattern {
        Require.that(
                text.contains(PHOTOGRAPH),
                "pattern",
                "must have {photograph} in it, which stands for what the photograph is called, but is \"" + text
                        + "\"");
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            String place = places.group();
            Require.that(
                    place.equals(PHOTOGRAPH) || place.equals(SEED),
                    "pattern",
                    "can have {photograph} and {seed} in it, but not " + place);
        }
        Require.that(isRelative(text), "pattern", "must be the name of a file in the folder, but is \"" + text + "\"");
    }

    private static boolean isRelative(String text) {
        try {
            return !Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether it tells the images of several seeds apart. */
    boolean hasSeed() {
        return text.contains(SEED);
    }

    /** The name of the file that an image is in. */
    String file(Commission commission) {
        return text.replace(PHOTOGRAPH, commission.photograph()).replace(SEED, Long.toString(commission.seed()));
    }
}
