package lichen.app.experiment.embedding;

import java.util.random.RandomGenerator;
import lichen.core.plugin.Summary;

/**
 * Principal component analysis: the plane in which the vectors vary most. Distances in it are never larger than between the
 * vectors, and its axes mean the same everywhere; but what varies little does not show.
 *
 * <p>Cost: see {@link PrincipalComponents}. Source: Jolliffe, Principal Component Analysis, 2002.
 */
@Summary("the plane in which the vectors vary most: linear, without parameters")
public record Pca() implements Embedding {
    @Override
    public Points embed(Points vectors, RandomGenerator random) {
        requireCount(vectors.count());
        vectors.requireDifferent();
        return PrincipalComponents.scores(vectors);
    }
}
