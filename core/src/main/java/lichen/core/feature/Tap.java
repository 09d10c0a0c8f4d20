package lichen.core.feature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point where a network is read: a layer, and how often the image was halved before the network looked at it. Written
 * {@code conv1} for the image as it is, {@code conv1@1} for the image at half its size, and so on.
 *
 * @param layer the layer's name, as the network has it
 * @param octave how often the image was halved
 */
public record Tap(String layer, int octave) {
    private static final Pattern HALVED = Pattern.compile("(.+)@([1-9][0-9]?)");

    /** The tap that a name stands for. */
    public static Tap of(String name) {
        Matcher halved = HALVED.matcher(name);
        return halved.matches() ? new Tap(halved.group(1), Integer.parseInt(halved.group(2))) : new Tap(name, 0);
    }

    /** Its name. */
    public String name() {
        return octave == 0 ? layer : layer + "@" + octave;
    }
}
