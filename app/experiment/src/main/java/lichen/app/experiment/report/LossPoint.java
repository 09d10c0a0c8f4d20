package lichen.app.experiment.report;

/**
 * A point of a loss curve.
 *
 * @param count which evaluation, step or epoch
 * @param loss its loss
 */
public record LossPoint(long count, double loss) {}
