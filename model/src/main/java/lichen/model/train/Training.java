package lichen.model.train;

import lichen.core.check.Require;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * How a network learns to reconstruct its input.
 *
 * @param optimizer how it changes at a step; one that can do with {@link Optimizer#stochastic estimates}
 * @param noise standard deviation of the Gaussian noise that its input is given, to be reconstructed without it; 0 for none
 * @param stop when it ends
 */
public record Training(
        @Default("{\"type\": \"adam\", \"learning-rate\": 0.001}") @Summary("how the network changes at a step")
        Optimizer optimizer,

        @Default("0") @Summary("standard deviation of noise added to the input, which is to be removed; 0 for none")
        double noise,

        @Default("{}") @Summary("when it ends") TrainingStop stop) {
    /** Checks the noise. */
    public Training {
        Require.notNegative("noise", noise);
    }
}
