package lichen.synthesis.loop;

/**
 * What a synthesis came to.
 *
 * @param point the point with the lowest loss of all that were evaluated, not copied
 * @param loss the loss there
 * @param evaluations the evaluations made, together with those before a resume
 * @param seconds wall-clock time, likewise
 * @param ending why it ended
 */
public record Minimum(double[] point, double loss, int evaluations, double seconds, Ending ending) {}
