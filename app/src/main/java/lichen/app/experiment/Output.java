package lichen.app.experiment;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.io.image.Depth;

/**
 * What a run writes while it goes on.
 *
 * @param previewEvery evaluations between preview images; 0 for none
 * @param checkpointEvery evaluations between saved states; 0 for none
 * @param depth how finely the result's PNG keeps each channel
 */
@Summary("what a run writes while it goes on")
public record Output(
        @Default("50") @Summary("evaluations between preview images; 0 for none")
        int previewEvery,

        @Default("20") @Summary("evaluations between saved states; 0 for none")
        int checkpointEvery,

        @Default("\"eight-bits\"") @Summary("how finely the result's PNG keeps each channel")
        Depth depth) {
    /** Checks the ranges. */
    public Output {
        Require.atLeast(0, "previewEvery", previewEvery);
        Require.atLeast(0, "checkpointEvery", checkpointEvery);
    }
}
