package lichen.app.experiment.embedding;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;

/**
 * A way to lay out vectors in the plane so that what is alike lies together. Implementations are records: their components
 * are their JSON keys.
 */
@Family("embedding")
@Summary("how descriptor vectors are laid out in the plane")
@FunctionalInterface
public interface Embedding {
    /** The dimension of the plane. */
    int PLANE = 2;

    /** The fewest points that any layout can be made of. */
    int FEWEST = 3;

    /**
     * Lays out vectors. The same vectors and the same stream give the same numbers.
     *
     * @param vectors {@code [n,d]}, n at least {@link #FEWEST}, not all the same
     * @param random where random numbers come from
     * @return a place for each, in the order of the vectors: {@code [n,2]}; its scale has no meaning
     * @throws lichen.core.check.InvalidValueException if the vectors, or a key for so many of them, will not do
     */
    Points embed(Points vectors, RandomGenerator random);

    /**
     * Checks that so many vectors can be laid out, before they are computed. Beside the one abstract method, because only a
     * variant knows what its keys ask for.
     *
     * @throws lichen.core.check.InvalidValueException naming the key that asks for more
     */
    default void requireCount(int count) {
        Require.that(count >= FEWEST, "count", "must be at least " + FEWEST + " vectors to lay out, but is " + count);
    }
}
