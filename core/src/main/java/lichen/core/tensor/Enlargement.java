package lichen.core.tensor;

import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Images enlarged by repeating each pixel ("nearest"), and the gradient of that, as kernels over fixed arrays. */
public final class Enlargement {
    private Enlargement() {}

    /** y[r,c] = x[r / factor, c / factor]: x {@code [N,H,W,C]}, y {@code [N,factor H,factor W,C]}. */
    public static Kernel forward(INDArray x, int factor, INDArray y) {
        requireShapes(x, factor, y);
        DynamicCustomOp operation = DynamicCustomOp.builder("upsampling2d")
                .addInputs(x)
                .addOutputs(y)
                .addIntegerArguments(factor, factor, 0)
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** d loss / d x from d loss / d y: the sum over the repetitions of each pixel, which is a mean times their number. */
    public static Kernel gradient(INDArray cotangent, int factor, INDArray gradient) {
        requireShapes(gradient, factor, cotangent);
        Kernel means = Pooling.forward(
                Pooling.Kind.AVERAGE,
                cotangent,
                new Convolution(factor, factor, factor, Convolution.Padding.VALID),
                gradient);
        return () -> {
            means.run();
            gradient.muli(factor * factor);
        };
    }

    private static void requireShapes(INDArray small, int factor, INDArray large) {
        Nhwc.require("small", small);
        Nhwc.require("large", large);
        Require.that(
                large.size(1) == factor * small.size(1) && large.size(2) == factor * small.size(2),
                "large",
                "must be " + factor + " times as large, but is " + large.shapeInfoToString());
    }
}
