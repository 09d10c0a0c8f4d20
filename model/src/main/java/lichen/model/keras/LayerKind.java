package lichen.model.keras;

import java.util.Optional;
import lichen.model.operation.Operation;

/** How the layers of one Keras class become operations. */
@FunctionalInterface
interface LayerKind {
    /**
     * Understands a layer, before any weight is read: so all that is unsupported can be named at once.
     *
     * @param layer the layer
     * @return the way to its operation; empty if it passes on what it reads
     * @throws UnreadableException naming what is not supported, "Conv2D with groups 2"
     */
    Optional<Source> read(KerasLayer layer) throws UnreadableException;

    /** Makes an operation with its weights. */
    @FunctionalInterface
    interface Source {
        /**
         * Reads the weights.
         *
         * @param channels the number of input channels
         * @param weights the weights of the layer
         */
        Operation operation(int channels, WeightsSource weights) throws UnreadableException;
    }

    /** Finds the weights of the layer; a layer that has none does not ask. */
    @FunctionalInterface
    interface WeightsSource {
        /** Opens the layer's group. */
        KerasWeights get() throws UnreadableException;
    }
}
