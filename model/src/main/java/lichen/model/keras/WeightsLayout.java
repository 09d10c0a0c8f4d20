package lichen.model.keras;

import java.util.Optional;
import lichen.model.foreign.UnreadableException;

/** How a file holds its weights: there are two ways. */
sealed interface WeightsLayout permits NamedWeights, NumberedWeights {
    /** The weights of a layer; empty if the file has no place for them. */
    Optional<KerasWeights> of(KerasLayer layer) throws UnreadableException;
}
