package lichen.synthesis.objective;

import java.io.IOException;
import java.util.List;
import lichen.core.diff.Differentiable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The loss of an image, {@code [1,H,W,3]}, by all terms that look through one network, in one round after the other. */
interface SightLoss extends Differentiable<INDArray, Double> {
    /**
     * Goes on to a round.
     *
     * @throws IOException if a picture cannot be read
     */
    void enter(int round) throws IOException;

    /** How far each layer that a term compares is from what it asks. */
    List<LayerDistance> distances(INDArray image);
}
