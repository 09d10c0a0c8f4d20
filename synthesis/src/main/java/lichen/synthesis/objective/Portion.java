package lichen.synthesis.objective;

import lichen.core.check.Require;
import lichen.core.image.Picture;
import lichen.core.plugin.Summary;

/**
 * A photograph in a mixture.
 *
 * @param picture the photograph
 * @param weight its part in the sum of all
 */
@Summary("a photograph in a mixture, with its weight")
public record Portion(
        @Summary("the photograph") Picture picture,
        @Summary("its part in the sum of all weights") double weight) {
    /** Checks the weight. */
    public Portion {
        Require.that(weight >= 0 && Double.isFinite(weight), "weight", "must be a number from 0 on, but is " + weight);
    }
}
