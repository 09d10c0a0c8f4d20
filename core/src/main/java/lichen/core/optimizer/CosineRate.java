package lichen.core.optimizer;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * A learning rate that falls along half a cosine, slowly at first and at the end, and stays at the end's:
 * end + (1 - end) (1 + cos(pi step / steps)) / 2.
 *
 * <p>Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts" (2017), equation 5, without
 * restarts.
 *
 * @param steps how long it falls
 * @param end the share that is left
 */
@Summary("falls along half a cosine")
public record CosineRate(
        @Summary("for how many steps it falls") int steps,

        @Default("0.01") @Summary("the share that is left at the end, above 0")
        double end)
        implements Schedule {
    /** Checks the ranges. */
    public CosineRate {
        Require.atLeast(1, "steps", steps);
        Require.that(end > 0 && end <= 1, "end", "must be above 0 and at most 1, but is " + end);
    }

    @Override
    public double factor(long step) {
        double done = Math.min(1, (double) step / steps);
        return end + (1 - end) * (1 + StrictMath.cos(Math.PI * done)) / 2;
    }
}
