package lichen.model.train;

import lichen.core.loop.Ending;

/**
 * What a training came to.
 *
 * @param ending why it ended
 * @param steps how many steps were made
 * @param epochs how many epochs are complete
 * @param bestLoss the lowest validation loss; infinite without validation images
 * @param bestEpoch the epoch after which it was reached, from 1; 0 if none was
 */
public record TrainingOutcome(Ending ending, int steps, int epochs, double bestLoss, int bestEpoch) {}
