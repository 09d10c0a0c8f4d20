package lichen.model.keras;

import java.util.Optional;
import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Operation;

/** How the layers of one Keras class become operations. */
@FunctionalInterface
interface LayerKind {
    /**
     * Understands a layer, before any weight is read: so all that is unsupported can be named at once.
     *
     * @param layer the layer
     * @return the way to its nodes; empty if it passes on what it reads
     * @throws UnreadableException naming what is not supported, "Conv2D with groups 2"
     */
    Optional<Source> read(KerasLayer layer) throws UnreadableException;

    /** Makes nodes with their weights. */
    @FunctionalInterface
    interface Source {
        /**
         * Reads the weights and adds the nodes.
         *
         * @param place where the layer is
         * @param weights the weights of the layer
         */
        void add(LayerPlace place, WeightsSource weights) throws UnreadableException;

        /** A layer that is one operation. */
        static Optional<Source> of(Single single) {
            return Optional.of((place, weights) -> place.become(single.operation(place.channels(), weights)));
        }
    }

    /** Makes an operation with its weights. */
    @FunctionalInterface
    interface Single {
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
