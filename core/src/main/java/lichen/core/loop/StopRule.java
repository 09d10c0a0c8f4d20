package lichen.core.loop;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * When a loop ends: at whichever of these comes first.
 *
 * @param evaluations the most evaluations of loss and gradient; never exceeded
 * @param tolerance the relative decrease of the best loss over a window of iterations below which it ends; 0 for off
 * @param window the iterations of that window
 * @param seconds the most wall-clock time, together with that before a resume; 0 for off
 */
@Summary("when the loop ends: at whichever comes first")
public record StopRule(
        @Default("300") @Summary("the most evaluations of loss and gradient")
        int evaluations,

        @Default("0") @Summary("relative decrease of the best loss over the window that is too small; 0 for off")
        double tolerance,

        @Default("10") @Summary("iterations over which the tolerance looks back")
        int window,

        @Default("0") @Summary("the most wall-clock time; 0 for off")
        double seconds) {
    /** Checks the ranges. */
    public StopRule {
        Require.atLeast(1, "evaluations", evaluations);
        Require.that(tolerance >= 0 && tolerance < 1, "tolerance", "must be from 0 to below 1, but is " + tolerance);
        Require.atLeast(1, "window", window);
        Require.notNegative("seconds", seconds);
    }

    /** Only a number of evaluations. */
    public static StopRule afterEvaluations(int evaluations) {
        return new StopRule(evaluations, 0, 10, 0);
    }
}
