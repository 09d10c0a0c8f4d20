package lichen.model.onnx;

import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.UnreadableException;

/** How the nodes of one operator become operations. */
@FunctionalInterface
interface NodeKind {
    /**
     * Understands a node, before anything is made of it: so all that is unsupported can be named at once.
     *
     * @param node the node
     * @param tensors what is fixed, its weights among it
     * @throws UnreadableException naming what is not supported, "Conv with strides 2 by 1"
     */
    Step read(OnnxNode node, OnnxTensors tensors) throws UnreadableException;

    /** Adds what a node has become. */
    @FunctionalInterface
    interface Step {
        /** Reads the weights and adds the operations. */
        void add(LayerPlace place) throws UnreadableException;
    }
}
