package lichen.synthesis.objective;

import java.io.IOException;
import java.util.List;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Terms that share one pass of the whole image.
 *
 * @param program the pass
 * @param terms what they say of its feature maps
 */
record WholeSight(Differentiable<INDArray, FeatureMaps> program, BoundSight terms) implements SightLoss {
    @Override
    public Evaluation<INDArray, Double> at(INDArray image) {
        return program.then(terms).at(image);
    }

    @Override
    public void enter(int round) throws IOException {
        terms.enter(round);
    }

    @Override
    public List<LayerDistance> distances(INDArray image) {
        return terms.distances(program.at(image).value());
    }
}
