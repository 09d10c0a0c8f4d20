package lichen.descriptor;

import java.util.List;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.MapShape;
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
     */
    Evaluation<LayerPair, INDArray> products(boolean centred, TensorScope scope) {
        require(MapShape.of(first), MapShape.of(second));
        long height = Math.min(first.size(1), second.size(1));
        long width = Math.min(first.size(2), second.size(2));
        Evaluation<INDArray, INDArray> a = CellMeans.of(first, height, width, scope);
        Evaluation<INDArray, INDArray> b = CellMeans.of(second, height, width, scope);
        INDArray ofA = centred ? Centring.of(a.value(), scope).deviations() : a.value();
        INDArray ofB = centred ? Centring.of(b.value(), scope).deviations() : b.value();
        INDArray product = scope.array(Nhwc.channels(first), Nhwc.channels(second));
        MatrixProduct.transposedTimes(Nhwc.asMatrix(ofA), Nhwc.asMatrix(ofB), product);
        product.divi(height * width);
        return new Evaluation<>(product, cotangent -> {
            INDArray slopes = scope.copyOf(cotangent);
            slopes.divi(height * width);
            INDArray ofFirst = scope.array(ofA.shape());
            INDArray ofSecond = scope.array(ofB.shape());
            MatrixProduct.times(Nhwc.asMatrix(ofB), scope.copyOf(slopes.transpose()), Nhwc.asMatrix(ofFirst)); // [P,C]
            MatrixProduct.times(Nhwc.asMatrix(ofA), slopes, Nhwc.asMatrix(ofSecond)); // [P,C']
            return new LayerPair(
                    a.pullback().apply(centred ? Centring.pullBack(ofFirst, scope) : ofFirst),
                    b.pullback().apply(centred ? Centring.pullBack(ofSecond, scope) : ofSecond));
        });
    }

    /**
     * Checks that each layer can be compared with the next.
     *
     * @throws lichen.core.check.InvalidValueException if one is finer in height and the other in width
     */
    static void require(Map<String, MapShape> layers) {
        List<MapShape> shapes = List.copyOf(layers.values());
        for (int i = 0; i + 1 < shapes.size(); i++) {
            require(shapes.get(i), shapes.get(i + 1));
        }
    }

    private static void require(MapShape first, MapShape second) {
        Require.that(
                (first.height() - second.height()) * (first.width() - second.width()) >= 0,
                "cross-layer",
                "must compare layers of which one is finer in both directions, but they are " + first.extents()
                        + " and " + second.extents());
    }
}
