package lichen.core.loop;

import lichen.core.optimizer.Objective;
import lichen.core.optimizer.Optimizer;

/**
 * Who takes turns in a {@link Loop}: an optimiser with an objective over parameters of its own. A minimisation has one; an
 * adversarial training has two, each of whose objectives depends on where the other stands.
 *
 * @param name what its part of the state is called; empty where it is the only one
 * @param optimizer how its parameters change
 * @param objective what it minimises
 */
public record Player(String name, Optimizer optimizer, Objective objective) {
    private static final String ALONE = "";

    /** The only player. */
    public static Player alone(Optimizer optimizer, Objective objective) {
        return new Player(ALONE, optimizer, objective);
    }
}
