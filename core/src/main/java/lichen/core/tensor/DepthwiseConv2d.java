package lichen.core.tensor;

import java.util.Arrays;
import java.util.Optional;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Convolution of each channel by a kernel of its own, and its gradient with respect to the image, as kernels over fixed
 * arrays: images {@code [N,H,W,C]}, weights {@code [kH,kW,C,1]}.
 */
public final class DepthwiseConv2d {
    private static final int NHWC = 1;

    /** Weights in the order row, column, input. */
    private static final int YXIO = 0;

    private DepthwiseConv2d() {}

    /**
     * y[c] = b[c] + sum over dy, dx of w[dy,dx,c] x[c], shifted by (dy, dx).
     *
     * @param input {@code [N,H,W,C]}
     * @param weights {@code [kH,kW,C,1]}
     * @param bias {@code [C]}, or empty for none
     * @param output {@code [N,H',W',C]}, overwritten
     */
    public static Kernel forward(
            INDArray input, INDArray weights, Optional<INDArray> bias, Convolution geometry, INDArray output) {
        requireShapes(input, weights, geometry, output);
        bias.ifPresent(b -> Nhwc.requireContiguous("bias", b));
        INDArray[] inputs = bias.map(b -> new INDArray[] {input, weights, b}).orElse(new INDArray[] {input, weights});
        return operation(inputs, output, arguments(geometry));
    }

    /**
     * The gradient with respect to the input. With stride 1 it is a forward convolution with the weights rotated by 180
     * degrees; otherwise the native gradient is used, which computes that of the weights as well.
     *
     * @param cotangent d loss / d output, {@code [N,H',W',C]}
     * @param weights {@code [kH,kW,C,1]}, as they are now: later changes are not seen
     * @param gradient d loss / d input, {@code [N,H,W,C]}, overwritten
     * @param scope owner of the rotated weights
     */
    public static Kernel inputGradient(
            INDArray cotangent, INDArray weights, Convolution geometry, INDArray gradient, TensorScope scope) {
        requireShapes(gradient, weights, geometry, cotangent);
        int height = geometry.kernelHeight();
        int width = geometry.kernelWidth();
        boolean same = geometry.padding() == Convolution.Padding.SAME;
        if (geometry.stride() != 1 || (same && (height % 2 == 0 || width % 2 == 0))) {
            return nativeGradient(cotangent, weights, geometry, gradient, scope);
        }
        int padY = same ? height / 2 : height - 1;
        int padX = same ? width / 2 : width - 1;
        return operation(new INDArray[] {cotangent, rotated(weights, scope)}, gradient, new int[] {
            height, width, 1, 1, padY, padX, 1, 1, 0, NHWC, YXIO
        });
    }

    private static Kernel nativeGradient(
            INDArray cotangent, INDArray weights, Convolution geometry, INDArray gradient, TensorScope scope) {
        INDArray input = scope.array(gradient.shape());
        input.assign(0);
        return gradients(input, weights, cotangent, geometry, gradient, scope.array(weights.shape()));
    }

    /**
     * The gradients with respect to the input and the weights, which are read at each run.
     *
     * @param input {@code [N,H,W,C]}
     * @param weights {@code [kH,kW,C,1]}
     * @param cotangent d loss / d output, {@code [N,H',W',C]}
     * @param inputGradient {@code [N,H,W,C]}, overwritten
     * @param weightGradient {@code [kH,kW,C,1]}, overwritten
     */
    public static Kernel gradients(
            INDArray input,
            INDArray weights,
            INDArray cotangent,
            Convolution geometry,
            INDArray inputGradient,
            INDArray weightGradient) {
        requireShapes(input, weights, geometry, cotangent);
        DynamicCustomOp operation = DynamicCustomOp.builder("depthwise_conv2d_bp")
                .addInputs(input, weights, cotangent)
                .addOutputs(
                        Nhwc.require("inputGradient", inputGradient), Nhwc.require("weightGradient", weightGradient))
                .addIntegerArguments(arguments(geometry))
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    private static INDArray rotated(INDArray weights, TensorScope scope) {
        float[] from = HostMemory.toFloats(weights);
        int channels = (int) weights.size(2);
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            int tap = i / channels;
            to[(from.length / channels - 1 - tap) * channels + i % channels] = from[i];
        }
        return scope.of(to, weights.shape());
    }

    private static Kernel operation(INDArray[] inputs, INDArray output, int[] arguments) {
        DynamicCustomOp operation = DynamicCustomOp.builder("depthwise_conv2d")
                .addInputs(inputs)
                .addOutputs(output)
                .addIntegerArguments(arguments)
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** kH, kW, sH, sW, pH, pW, dilations, "same", data layout, weight layout. */
    private static int[] arguments(Convolution geometry) {
        int same = geometry.padding() == Convolution.Padding.SAME ? 1 : 0;
        int stride = geometry.stride();
        return new int[] {geometry.kernelHeight(), geometry.kernelWidth(), stride, stride, 0, 0, 1, 1, same, NHWC, YXIO
        };
    }

    private static void requireShapes(INDArray input, INDArray weights, Convolution geometry, INDArray output) {
        Nhwc.require("input", input);
        Nhwc.require("output", output);
        Nhwc.requireContiguous("weights", weights);
        long[] kernel = {geometry.kernelHeight(), geometry.kernelWidth(), input.size(3), 1};
        Require.that(
                Arrays.equals(weights.shape(), kernel),
                "weights",
                "must have the shape " + Arrays.toString(kernel) + ", but have " + Arrays.toString(weights.shape()));
        long[] expected = {
            input.size(0), geometry.outputHeight(input.size(1)), geometry.outputWidth(input.size(2)), input.size(3)
        };
        Require.that(
                Arrays.equals(output.shape(), expected),
                "output",
                "must have the shape " + Arrays.toString(expected) + ", but has " + Arrays.toString(output.shape()));
    }
}
