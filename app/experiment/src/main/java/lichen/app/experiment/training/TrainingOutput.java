package lichen.app.experiment.training;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * What a training writes while it goes on.
 *
 * @param checkpointSeconds after how many seconds the state is saved again; 0 for never
 * @param strip how many patches are shown with their reconstructions after each epoch
 */
@Summary("what a training writes while it goes on")
public record TrainingOutput(
        @Default("30") @Summary("seconds between saved states; 0 for none")
        double checkpointSeconds,

        @Default("7") @Summary("patches shown with their reconstructions after each epoch")
        int strip) {
    /** Checks the ranges. */
    public TrainingOutput {
        Require.notNegative("checkpointSeconds", checkpointSeconds);
        Require.that(strip >= 1 && strip <= 100, "strip", "must be from 1 to 100, but is " + strip);
    }
}
