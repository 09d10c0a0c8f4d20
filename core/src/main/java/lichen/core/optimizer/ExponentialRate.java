package lichen.core.optimizer;

import lichen.core.check.Require;
import lichen.core.plugin.Summary;

/**
 * A learning rate that halves again and again: 2^(-step / half-life).
 *
 * @param halfLife after how many steps it has halved
 */
@Summary("halves again and again")
public record ExponentialRate(
        @Summary("after how many steps it has halved") double halfLife) implements Schedule {
    /** Below this, steps are lost in float32; a rate of 0 would be an error elsewhere. */
    private static final double LEAST = 1e-30;

    /** Checks the range. */
    public ExponentialRate {
        Require.positive("halfLife", halfLife);
    }

    @Override
    public double factor(long step) {
        return Math.max(LEAST, StrictMath.pow(2, -step / halfLife));
    }
}
