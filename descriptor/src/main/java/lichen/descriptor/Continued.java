package lichen.descriptor;

import lichen.core.diff.Evaluation;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The statistic of circular maps for a descriptor with windows: the maps go on by as much as a window reaches. */
final class Continued {
    private Continued() {}

    /** The descriptor's statistic of the maps, {@code [1,H,W,C]}, and the way back to them. */
    static Evaluation<INDArray, INDArray> of(INDArray map, LayerDescriptor descriptor, TensorScope scope) {
        Margins margins = new Margins(0, descriptor.reach(), 0, descriptor.reach());
        INDArray large = scope.array(1, map.size(1) + margins.rows(), map.size(2) + margins.columns(), map.size(3));
        Extension.forward(Extension.Kind.CIRCULAR, margins, map, large).run();
        Evaluation<INDArray, INDArray> evaluation = descriptor.ofLayer(large, scope);
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
}
