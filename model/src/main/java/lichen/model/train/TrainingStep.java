package lichen.model.train;

/**
 * One step of a training.
 *
 * @param step its number, from 1
 * @param epoch its epoch, from 1
 * @param loss the mean squared error of its batch, before the step
 * @param gradientNorm the length of the gradient, before it was shortened
 * @param learningRate the rate of the step
 */
public record TrainingStep(long step, int epoch, double loss, double gradientNorm, double learningRate) {}
