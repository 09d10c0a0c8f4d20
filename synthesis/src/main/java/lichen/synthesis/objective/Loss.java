package lichen.synthesis.objective;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;

/**
 * What is asked of an image, as a user writes it: a record whose components are JSON keys. It is a sum of terms, each with a
 * weight; a {@link LossTerm} is the sum of itself.
 */
@Family("objective")
@Summary("what is asked of the image")
public interface Loss {
    /** The terms that it is the sum of, at least one. */
    List<Summand> summands();

    /** Whether the loss can be less than 0; that of distances cannot. */
    default boolean canBeNegative() {
        return summands().stream().anyMatch(summand -> summand.term().canBeNegative());
    }

    /**
     * What its terms make alike in image and target.
     *
     * @param features what the layers of a network read of the image: of the experiment's own where empty
     */
    default Set<Statistic> statistics(Function<Optional<NetworkSpec>, Set<Statistic>> features) {
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        summands()
                .forEach(summand -> statistics.addAll(
                        summand.term().statistics(features.apply(summand.term().network()))));
        return statistics;
    }
}
