package lichen.app.quality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * All numbers of an image.
 *
 * @param scores the numbers, in the order of the measures; those at half size follow those at full size
 * @param note how the floor was found, in words
 */
public record Scores(List<Score> scores, String note) {
    /** Copies the list. */
    public Scores {
        scores = List.copyOf(scores);
    }

    /** The number of a name, {@code colour} or {@code colour half}. */
    public Optional<Score> of(String name) {
        return scores.stream().filter(score -> score.name().equals(name)).findFirst();
    }

    /** The geometric mean of the ratios of all measures of quality; empty if there is none. Ratios below 0.001 count as 0.001. */
    public Optional<Double> geometricMean() {
        return geometricMean(score -> true);
    }

    /** The same of the scores that are wanted, for example of those that were not optimised. */
    public Optional<Double> geometricMean(Predicate<Score> wanted) {
        OptionalDouble mean = Mean.GEOMETRIC.of(scores.stream()
                .filter(score -> score.kind() == Kind.QUALITY)
                .filter(wanted)
                .flatMap(score -> score.ratio().stream())
                .mapToDouble(Double::doubleValue));
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }
}
