package lichen.descriptor;

import lichen.core.diff.Evaluation;
import lichen.core.tensor.MatrixProduct;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Red, green and blue as brightness, red against blue, and green against both: an orthonormal change of axes, close to the
 * principal axes of the colours of photographs (Ohta, Kanade and Sakai, "Color Information for Region Segmentation", 1980).
 */
final class OpponentColours {
    private static final float[] AXES = {
        (float) Math.sqrt(1.0 / 3), (float) Math.sqrt(1.0 / 2), (float) Math.sqrt(1.0 / 6),
        (float) Math.sqrt(1.0 / 3), 0, (float) -Math.sqrt(4.0 / 6),
        (float) Math.sqrt(1.0 / 3), (float) -Math.sqrt(1.0 / 2), (float) Math.sqrt(1.0 / 6)
    };

    private OpponentColours() {}

    /** Changes the axes of three channels, {@code [1,H,W,3]}; other maps stay themselves. */
    static Evaluation<INDArray, INDArray> of(INDArray map, TensorScope scope) {
        if (Nhwc.channels(map) != 3) {
            return new Evaluation<>(map, cotangent -> cotangent);
        }
        INDArray axes = scope.of(AXES, 3, 3);
        INDArray colours = scope.array(map.shape());
        MatrixProduct.times(Nhwc.asMatrix(map), axes, Nhwc.asMatrix(colours)); // [P,3]
        return new Evaluation<>(colours, cotangent -> {
            INDArray gradient = scope.array(map.shape());
            MatrixProduct.times(Nhwc.asMatrix(cotangent), scope.copyOf(axes.transpose()), Nhwc.asMatrix(gradient));
            return gradient;
        });
    }
}
