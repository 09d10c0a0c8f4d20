package lichen.descriptor;

import lichen.core.diff.Evaluation;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The statistic of circular maps for one with windows: the maps go on, right and below, by as much as a window reaches. */
final class Continued {
    private Continued() {}

    /**
     * The statistic of the maps, and the way back to them.
     *
     * @param map {@code [1,H,W,C]}
     * @param reach how many pixels a window reaches beyond its first, in both directions
     */
    static Evaluation<INDArray, INDArray> of(INDArray map, int reach, Statistic statistic, TensorScope scope) {
        Margins margins = new Margins(0, reach, 0, reach);
        INDArray large = scope.array(1, map.size(1) + margins.rows(), map.size(2) + margins.columns(), map.size(3));
        Extension.forward(Extension.Kind.CIRCULAR, margins, map, large).run();
        Evaluation<INDArray, INDArray> evaluation = statistic.of(large, scope);
        return new Evaluation<>(evaluation.value(), cotangent -> {
            INDArray gradient = scope.array(map.shape());
            Extension.inputGradient(
                            Extension.Kind.CIRCULAR,
                            margins,
                            evaluation.pullback().apply(cotangent),
                            gradient)
                    .run();
            return gradient;
        });
    }

    /** A statistic of maps that end at their borders. */
    @FunctionalInterface
    interface Statistic {
        /** As {@link LayerDescriptor#ofLayer}. */
        Evaluation<INDArray, INDArray> of(INDArray map, TensorScope scope);
    }
}
