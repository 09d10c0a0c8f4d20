package lichen.model.deeplearning4j;

import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.UnreadableException;

/** How layers of one class become operations. */
@FunctionalInterface
interface Dl4jKind {
    /**
     * Understands a layer, before anything is made of it: so all that is unsupported can be named at once.
     *
     * @throws UnreadableException naming what is not supported, "ConvolutionLayer with stride [2,1]"
     */
    Step read(Dl4jLayer layer) throws UnreadableException;

    /** Adds what a layer has become. */
    @FunctionalInterface
    interface Step {
        /** Takes the layer's numbers, which are the next ones, and adds its operations. */
        void add(LayerPlace place, CoefficientsFile coefficients) throws UnreadableException;
    }
}
