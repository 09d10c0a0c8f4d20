package lichen.app.experiment;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.io.image.Depth;

/**
 * What a run writes while it goes on.
 *
 * @param previewEvery evaluations between preview images; 0 for none
 * @param checkpointSeconds after how many seconds the state is saved again; 0 for never
 * @param depth how finely the result's PNG keeps each channel
 */
@Summary("what a run writes while it goes on")
public record Output(
        @Default("50") @Summary("evaluations between preview images; 0 for none")
        int previewEvery,

        @Default("30") @Summary("seconds between saved states; 0 for none")
        double checkpointSeconds,

        @Default("\"eight-bits\"") @Summary("how finely the result's PNG keeps each channel")
        Depth depth) {
    /** Checks the ranges. */
    public Output {
        Require.atLeast(0, "previewEvery", previewEvery);
        Require.notNegative("checkpointSeconds", checkpointSeconds);
    }
}
