package lichen.descriptor;

import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.MatrixProduct;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The feature maps of two layers; also their gradients.
 *
 * @param first {@code [1,H,W,C]}
 * @param second {@code [1,H',W',C']}
 */
record LayerPair(INDArray first, INDArray second) {
    /**
     * The mean product of each channel of the one with each of the other, {@code [C,C']}, on the coarser grid.
     *
     * @param centred whether the means are subtracted
     * @throws lichen.core.check.InvalidValueException if one is finer in height and the other in width
     */
    Evaluation<LayerPair, INDArray> products(boolean centred, TensorScope scope) {
        Require.that(
                (first.size(1) - second.size(1)) * (first.size(2) - second.size(2)) >= 0,
                "cross-layer",
                "must compare layers of which one is finer in both directions, but they are " + extents(first) + " and "
                        + extents(second));
        long height = Math.min(first.size(1), second.size(1));
        long width = Math.min(first.size(2), second.size(2));
        Evaluation<INDArray, INDArray> a = prepared(first, height, width, centred, scope);
        Evaluation<INDArray, INDArray> b = prepared(second, height, width, centred, scope);
        INDArray product = scope.array(Nhwc.channels(first), Nhwc.channels(second));
        MatrixProduct.transposedTimes(Nhwc.asMatrix(a.value()), Nhwc.asMatrix(b.value()), product);
        product.divi(height * width);
        return new Evaluation<>(product, cotangent -> {
            INDArray slopes = scope.copyOf(cotangent);
            slopes.divi(height * width);
            INDArray ofFirst = scope.array(a.value().shape());
            INDArray ofSecond = scope.array(b.value().shape());
            MatrixProduct.times(
                    Nhwc.asMatrix(b.value()), scope.copyOf(slopes.transpose()), Nhwc.asMatrix(ofFirst)); // [P,C]
            MatrixProduct.times(Nhwc.asMatrix(a.value()), slopes, Nhwc.asMatrix(ofSecond)); // [P,C']
            return new LayerPair(a.pullback().apply(ofFirst), b.pullback().apply(ofSecond));
        });
    }

    private static Evaluation<INDArray, INDArray> prepared(
            INDArray map, long height, long width, boolean centred, TensorScope scope) {
        Evaluation<INDArray, INDArray> averaged = CellMeans.of(map, height, width, scope);
        if (!centred) {
            return averaged;
        }
        Evaluation<INDArray, INDArray> deviations = Centring.deviations(averaged.value(), scope);
        return new Evaluation<>(
                deviations.value(),
                cotangent -> averaged.pullback().apply(deviations.pullback().apply(cotangent)));
    }

    private static String extents(INDArray map) {
        return map.size(2) + " x " + map.size(1);
    }
}
