package lichen.io.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what a misspelt name was meant to be. */
public final class DidYouMean {
    private static final int LETTERS_PER_MISTAKE = 4;

    private DidYouMean() {}

    /** The known name nearest to what was found, if one is near enough to be a misspelling. */
    public static Optional<String> guess(String found, Collection<String> known) {
        String name = KebabCase.of(found.strip());
        int allowed = 1 + name.length() / LETTERS_PER_MISTAKE;
        LevenshteinDistance distance = new LevenshteinDistance(allowed);
        return known.stream()
                .filter(candidate -> distance.apply(name, candidate) >= 0)
                .min(Comparator.comparingInt((String candidate) -> distance.apply(name, candidate)));
    }

    /** The way out, in sentences: {@code Did you mean "gram"? Known: gap, gram.} */
    public static String among(String found, Collection<String> known) {
        String guess = guess(found, known)
                .map(name -> "Did you mean \"" + name + "\"? ")
                .orElse("");
        return guess + (known.isEmpty() ? "None is known." : "Known: " + String.join(", ", known) + ".");
    }
}
