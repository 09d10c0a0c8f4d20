package lichen.model.train;

import java.util.OptionalDouble;

/**
 * An epoch of a training.
 *
 * @param epoch its number, from 1
 * @param step the last step that was made
 * @param trainingLoss the mean of the losses of its steps
 * @param validationLoss the mean squared error over all validation images after it, with running statistics; empty where
 *     there are none
 * @param best whether no epoch before had such a low validation loss; without validation images, always
 */
public record EpochEnd(int epoch, long step, double trainingLoss, OptionalDouble validationLoss, boolean best) {}
