package lichen.core.feature;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What can be read of an image: the vocabulary in which objectives and measures say what they look at, so that no image is judged
 * by what it was optimised for. Two share a statistic if what is small for one is bound to be small for the other.
 *
 * <p>Features of a trained network are not in it: they are shared by whoever names the same file of weights.
 */
public enum Statistic {
    /** How often which colour occurs among the pixels, or moments of it. */
    COLOURS("colours"),

    /** How often which patch of a few pixels occurs, or its projections do. */
    PATCHES("patches"),

    /** What wavelets or untrained filters answer, rectified or not: how strongly, and which of them together. */
    FILTERS("filter responses"),

    /** How strong waves of each length and direction are, or, which is the same, how pixels at a distance go together. */
    SPECTRUM("power spectrum"),

    /** How often the pixels around another are brighter in which pattern. */
    LOCAL_PATTERNS("local binary patterns"),

    /** How wide bright and dark things are. */
    WIDTHS("widths"),

    /** Not said. Whoever does not say may read anything, and is taken to share it. */
    UNTOLD("not said");

    private final String words;

    Statistic(String words) {
        this.words = words;
    }

    /** The name in tables. */
    public String words() {
        return words;
    }

    /** Whether what reads some has a statistic in common with what reads others; true where one does not say. */
    public static boolean isShared(Set<Statistic> some, Set<Statistic> others) {
        return some.contains(UNTOLD) || others.contains(UNTOLD) || some.stream().anyMatch(others::contains);
    }

    /** The names of several, in the order of the vocabulary. */
    public static List<String> words(Collection<Statistic> several) {
        return several.stream().distinct().sorted().map(Statistic::words).toList();
    }
}
