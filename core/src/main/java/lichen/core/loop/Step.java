package lichen.core.loop;

/**
 * One evaluation of an objective.
 *
 * @param evaluation its number, from 1, counting those of all players; counted on after a resume
 * @param player whose it is; empty where there is only one
 * @param loss the value; may be not-a-number
 * @param gradientNorm the Euclidean norm of the gradient
 * @param seconds wall-clock time since the start, together with that before a resume
 */
public record Step(int evaluation, String player, double loss, double gradientNorm, double seconds) {}
