package lichen.app.experiment;

import lichen.core.loop.LoopState;

/**
 * Where a synthesis or a training stands: all that is needed to go on. A training has one leg.
 *
 * @param leg the leg under way, counted from 0
 * @param before the evaluations that were made before the leg
 * @param loop the state of its loop
 */
public record Standing(int leg, int before, LoopState loop) {
    /** In the first leg. */
    public static Standing first(LoopState loop) {
        return new Standing(0, 0, loop);
    }
}
