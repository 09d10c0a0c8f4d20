package lichen.core.loop;

/**
 * What a loop came to.
 *
 * @param point the point with the lowest loss of all that were evaluated, not copied; of a stochastic objective, the point
 *     reached; or what the optimiser offers in its place
 * @param loss the lowest; of a stochastic objective, that of the last evaluation
 * @param evaluations the evaluations made, together with those before a resume
 * @param seconds wall-clock time, likewise
 * @param ending why it ended
 */
public record Minimum(double[] point, double loss, int evaluations, double seconds, Ending ending) {}
