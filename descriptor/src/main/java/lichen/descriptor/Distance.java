package lichen.descriptor;

import java.util.List;
import lichen.core.diff.Evaluation;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;

/** How far a signature is from the target's: a differentiable loss. Implementations are records. */
@Summary("how two measurements are compared")
@FunctionalInterface
public interface Distance {
    /**
     * Computes the distance.
     *
     * @param signature the signature of the image being made; only read
     * @param target the signature to match, of the same layers and shapes; only read
     * @param scope the owner of what the pullback returns; it is rewound before the next evaluation
     * @return the distance, 0 where the two are equal; its pullback takes d loss / d distance, usually 1
     */
    Evaluation<Signature, Double> between(Signature signature, Signature target, TensorScope scope);

    /**
     * Checks, before anything is computed, that the distance's keys fit the layers that will be compared.
     *
     * @throws lichen.core.check.InvalidValueException naming the key that does not fit
     */
    default void requireLayers(List<String> layers) {}

    /**
     * Checks, before anything is computed, that it can compare what a descriptor measures; most compare anything.
     *
     * @throws lichen.core.check.InvalidValueException if it cannot
     */
    default void requireDescriptor(Descriptor descriptor) {}
}
