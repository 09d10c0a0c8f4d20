package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Pooling of images and its gradient, as kernels over fixed arrays {@code [N,H,W,C]}. */
public final class Pooling {
    /** Which value stands for a window. */
    public enum Kind {
        /** The largest. */
        MAX("maxpool2d"),
        /** The mean of the pixels inside the image. */
        AVERAGE("avgpool2d");

        private final String operation;

        Kind(String operation) {
            this.operation = operation;
        }
    }

    private Pooling() {}

    /** Computes the output from the input; windows, strides and padding as the geometry says. */
    public static Kernel forward(Kind kind, INDArray input, Convolution geometry, INDArray output) {
        DynamicCustomOp operation = DynamicCustomOp.builder(kind.operation)
                .addInputs(Nhwc.require("input", input))
                .addOutputs(Nhwc.require("output", output))
                .addIntegerArguments(arguments(geometry))
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** Computes d loss / d input from d loss / d output. */
    public static Kernel inputGradient(
            Kind kind, INDArray input, INDArray cotangent, Convolution geometry, INDArray gradient) {
        DynamicCustomOp operation = DynamicCustomOp.builder(kind.operation + "_bp")
                .addInputs(Nhwc.require("input", input), Nhwc.require("cotangent", cotangent))
                .addOutputs(Nhwc.require("gradient", gradient))
                .addIntegerArguments(arguments(geometry))
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** kH, kW, sH, sW, pH, pW, dilations, "same", divide by the pixels inside, NHWC. */
    private static int[] arguments(Convolution geometry) {
        int same = geometry.padding() == Convolution.Padding.SAME ? 1 : 0;
        int stride = geometry.stride();
        return new int[] {geometry.kernelHeight(), geometry.kernelWidth(), stride, stride, 0, 0, 1, 1, same, 0, 1};
    }
}
