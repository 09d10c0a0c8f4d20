package lichen.core.tensor;

import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.factory.Nd4j;

/** Element-wise operations on feature maps, as kernels over fixed arrays. */
public final class Elementwise {
    private Elementwise() {}

    /** x becomes max(x, 0), in place. */
    public static Kernel relu(INDArray x) {
        RectifiedLinear operation = new RectifiedLinear(x, x, 0.0);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /**
     * The gradient of ReLU, in place: keeps the cotangent where the activation is positive, and makes it zero elsewhere.
     *
     * @param activation max(x, 0), or x itself; only read
     * @param cotangent d loss / d activation; becomes d loss / d x
     * @param mask an array of the same shape to work in
     */
    public static Kernel reluGradient(INDArray activation, INDArray cotangent, INDArray mask) {
        Step positive = new Step(activation, mask, 0.0);
        return () -> {
            Nd4j.getExecutioner().exec(positive);
            cotangent.muli(mask);
        };
    }

    /** x becomes min(max(x, least), most), in place. */
    public static Kernel clamp(INDArray x, float least, float most) {
        DynamicCustomOp operation = DynamicCustomOp.builder("clipbyvalue")
                .addInputs(x)
                .addOutputs(x)
                .addFloatingPointArguments((double) least, (double) most)
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /**
     * The gradient of min(x, maximum), in place: keeps the cotangent where the activation is below the maximum.
     *
     * @param activation min(x, maximum), or x itself; only read
     * @param cotangent d loss / d activation; becomes d loss / d x
     * @param mask an array of the same shape to work in
     */
    public static Kernel maximumGradient(INDArray activation, float maximum, INDArray cotangent, INDArray mask) {
        ScalarReverseSubtraction room = new ScalarReverseSubtraction(activation, null, mask, maximum);
        Step positive = new Step(mask, mask, 0.0);
        return () -> {
            Nd4j.getExecutioner().exec(room);
            Nd4j.getExecutioner().exec(positive);
            cotangent.muli(mask);
        };
    }

    /** z = x y, for arrays of one shape; z may be one of them. */
    public static Kernel multiply(INDArray x, INDArray y, INDArray z) {
        MulOp operation = new MulOp(x, y, z);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** x becomes x + y, for arrays of one shape. */
    public static Kernel add(INDArray x, INDArray y) {
        AddOp operation = new AddOp(x, y, x);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** z = x - y, for arrays of one shape; z may be one of them. */
    public static Kernel subtract(INDArray x, INDArray y, INDArray z) {
        SubOp operation = new SubOp(x, y, z);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** Adds a number per channel at every pixel, in place: x {@code [N,H,W,C]}, constant {@code [C]}. */
    public static Kernel addToEachPixel(INDArray x, INDArray constant) {
        BroadcastAddOp operation = new BroadcastAddOp(Nhwc.asMatrix(x), row(x, constant), Nhwc.asMatrix(x), 1);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** y = x scaled by a number per channel: x and y {@code [N,H,W,C]} (the same array or two), scale {@code [C]}. */
    public static Kernel scaleEachChannel(INDArray x, INDArray scale, INDArray y) {
        BroadcastMulOp operation = new BroadcastMulOp(Nhwc.asMatrix(x), row(x, scale), Nhwc.asMatrix(y), 1);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** y = scale x + shift with numbers per channel: x and y {@code [N,H,W,C]}, scale and shift {@code [C]}; one pass. */
    public static Kernel scaleAndShift(INDArray x, INDArray scale, INDArray shift, INDArray y, TensorScope scope) {
        INDArray mean = scope.array(scale.length());
        INDArray variance = scope.array(scale.length());
        mean.assign(0);
        variance.assign(1);
        DynamicCustomOp operation = DynamicCustomOp.builder("batchnorm")
                .addInputs(Nhwc.require("x", x), mean, variance, row(x, scale), row(x, shift))
                .addOutputs(Nhwc.require("y", y))
                .addIntegerArguments(1, 1, 3)
                .addFloatingPointArguments(0.0)
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** Multiplies every slice along the last axis by its number, in place: x {@code [...,C]}, scale {@code [C]}. */
    public static void scaleLastAxis(INDArray x, INDArray scale) {
        x.reshape('c', x.length() / scale.length(), scale.length()).muliRowVector(scale);
    }

    private static INDArray row(INDArray x, INDArray values) {
        Require.that(
                values.length() == Nhwc.channels(x),
                "values",
                "must be one per channel: " + values.length() + " for " + Nhwc.channels(x));
        return values.reshape(values.length());
    }
}
