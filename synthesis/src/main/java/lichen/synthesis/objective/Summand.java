package lichen.synthesis.objective;

import lichen.core.check.InvalidValueException;

/**
 * A term of a sum.
 *
 * @param place where it stands in the loss, as in {@code terms[1].term}; empty for the loss itself
 * @param weight what it is multiplied by
 * @param term the term
 */
public record Summand(String place, double weight, LossTerm term) {
    /** The same, as part of a larger loss. */
    Summand within(String outer, double factor) {
        return new Summand(place.isEmpty() ? outer : outer + "." + place, factor * weight, term);
    }

    /** The same place and weight for another term. */
    Summand with(LossTerm other) {
        return new Summand(place, weight, other);
    }

    /** What was found to be wrong with the term, as told of the whole loss. */
    InvalidValueException told(InvalidValueException cause) {
        return place.isEmpty() ? cause : new InvalidValueException(place + "." + cause.name(), cause.reason());
    }
}
