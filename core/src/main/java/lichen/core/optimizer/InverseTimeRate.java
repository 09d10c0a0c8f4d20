package lichen.core.optimizer;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * A learning rate that falls as one over the time: 1 / (1 + decay step), to the half after 1 / decay steps.
 *
 * <p>Source: Robbins and Monro, "A stochastic approximation method" (1951), whose steps of this order converge.
 *
 * @param decay how fast it falls
 */
@Summary("falls as one over the steps: to the half after 1 / decay")
public record InverseTimeRate(
        @Default("0.01") @Summary("one over the steps after which half is left")
        double decay) implements Schedule {
    /** Checks the range. */
    public InverseTimeRate {
        Require.positive("decay", decay);
    }

    @Override
    public double factor(long step) {
        return 1 / (1 + decay * step);
    }
}
