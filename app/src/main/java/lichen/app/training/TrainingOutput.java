package lichen.app.training;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * What a training writes while it goes on.
 *
 * @param checkpointEvery steps between saved states; 0 for none
 * @param strip how many patches are shown with their reconstructions after each epoch
 */
@Summary("what a training writes while it goes on")
public record TrainingOutput(
        @Default("50") @Summary("steps between saved states; 0 for none")
        int checkpointEvery,

        @Default("7") @Summary("patches shown with their reconstructions after each epoch")
        int strip) {
    /** Checks the ranges. */
    public TrainingOutput {
        Require.atLeast(0, "checkpointEvery", checkpointEvery);
        Require.that(strip >= 1 && strip <= 100, "strip", "must be from 1 to 100, but is " + strip);
    }
}
