package lichen.model.train;

import lichen.core.check.Require;
import lichen.core.loop.StopRule;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * When a training ends: at whichever of these comes first.
 *
 * @param epochs how often it sees all images
 * @param steps the most steps; 0 for no limit
 * @param patience after how many epochs in a row whose validation loss was no better than before; 0 for never
 * @param minimumImprovement the share of the best validation loss by which an epoch must be lower to be better
 */
@Summary("when a training ends: at whichever comes first")
public record TrainingStop(
        @Default("50") @Summary("how often it sees all images")
        int epochs,

        @Default("0") @Summary("the most steps; 0 for no limit")
        int steps,

        @Default("0") @Summary("epochs in a row without a better validation loss; 0 for off")
        int patience,

        @Default("0.001") @Summary("share of the best validation loss by which a better one is lower")
        double minimumImprovement) {
    /** Checks the ranges. */
    public TrainingStop {
        Require.atLeast(1, "epochs", epochs);
        Require.atLeast(0, "steps", steps);
        Require.atLeast(0, "patience", patience);
        Require.that(
                minimumImprovement >= 0 && minimumImprovement < 1,
                "minimumImprovement",
                "must be from 0 to below 1, but is " + minimumImprovement);
    }

    /**
     * As the rule of the loop: each step is an evaluation.
     *
     * @param batches how many full ones an epoch has
     */
    public StopRule rule(int batches) {
        long all = (long) epochs * batches;
        long most = steps > 0 ? Math.min(steps, all) : all;
        return StopRule.afterEvaluations((int) Math.min(most, Integer.MAX_VALUE));
    }

    /** Only a number of epochs. */
    public static TrainingStop afterEpochs(int epochs) {
        return new TrainingStop(epochs, 0, 0, 0.001);
    }
}
