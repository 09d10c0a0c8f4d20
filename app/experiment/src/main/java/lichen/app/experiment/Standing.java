package lichen.app.experiment;

import lichen.synthesis.loop.LoopState;

/**
 * Where a synthesis stands: all that is needed to go on.
 *
 * @param leg the leg under way, counted from 0
 * @param before the evaluations that were made before the leg
 * @param loop the state of its loop
 */
record Standing(int leg, int before, LoopState loop) {}
