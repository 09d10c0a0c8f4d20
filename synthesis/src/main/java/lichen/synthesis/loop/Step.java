package lichen.synthesis.loop;

/**
 * One evaluation of the objective.
 *
 * @param evaluation its number, from 1; counted on after a resume
 * @param loss the value; may be not-a-number
 * @param gradientNorm the Euclidean norm of the gradient
 * @param seconds wall-clock time since the start, together with that before a resume
 */
public record Step(int evaluation, double loss, double gradientNorm, double seconds) {}
