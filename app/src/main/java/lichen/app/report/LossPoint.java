package lichen.app.report;

/**
 * A point of the loss curve.
 *
 * @param evaluation which evaluation, from 1 on
 * @param loss its loss
 */
public record LossPoint(long evaluation, double loss) {}
