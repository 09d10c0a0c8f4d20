package lichen.core.tensor;

import java.util.Arrays;
import java.util.Optional;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * 2-D convolution (cross-correlation, as all networks call it) of images and its gradient with respect to them, as kernels
 * over fixed arrays.
 *
 * <p>Images {@code [N,H,W,I]} and {@code [N,H',W',O]}; weights {@code [O,kH,kW,I]} ("OYXI"): of the layouts that the
 * native library offers, these two together are the fastest. All arrays are checked to be contiguous.
 */
public final class Conv2d {
    /** Weights in the order output, row, column, input. */
    private static final int OYXI = 2;

    private static final int NHWC = 1;

    /** Neighbouring pixels that a convolution to few channels computes at once; see {@link #blocked}. */
    private static final int BLOCK = 4;

    /** Native kernels work on 16 channels at a time, so up to 4 channels in blocks of 4 pixels fill them. */
    private static final int FEW_CHANNELS = 4;

    /** By the width modulo the block: how many columns to begin before the image, for whole blocks to cover it. */
    private static final long[] OFFSETS = {0, 2, 1, 1};

    private Conv2d() {}

    /**
     * y[o] = b[o] + sum over i, dy, dx of w[o,dy,dx,i] x[i], shifted by (dy, dx).
     *
     * @param input {@code [N,H,W,I]}
     * @param weights {@code [O,kH,kW,I]}
     * @param bias {@code [O]}, or empty for none
     * @param output {@code [N,H',W',O]}, overwritten
     */
    public static Kernel forward(
            INDArray input, INDArray weights, Optional<INDArray> bias, Convolution geometry, INDArray output) {
        requireShapes(input, weights, geometry, output);
        bias.ifPresent(b -> Require.that(
                b.length() == weights.size(0), "bias", "must hold " + weights.size(0) + " numbers: " + b.length()));
        return operation(input, weights, bias, output, padding(geometry));
    }

    /**
     * The gradient with respect to the input: g[i] = c[i] + sum over o, dy, dx of w[o,dy,dx,i] y'[o], shifted by (-dy, -dx).
     *
     * <p>With stride 1 this is a forward convolution with the weights rotated by 180 degrees and their channel axes
     * swapped, at the speed of the forward pass. Otherwise the native gradient is used, which computes the gradient of the
     * weights as well.
     *
     * @param cotangent d loss / d output, {@code [N,H',W',O]}
     * @param weights {@code [O,kH,kW,I]}, as they are now: later changes are not seen
     * @param constant {@code [I]} added at every pixel, or empty: a gradient that enters at the input itself
     * @param gradient d loss / d input, {@code [N,H,W,I]}, overwritten
     * @param scope owner of the rearranged weights
     */
    public static Kernel inputGradient(
            INDArray cotangent,
            INDArray weights,
            Optional<INDArray> constant,
            Convolution geometry,
            INDArray gradient,
            TensorScope scope) {
        requireShapes(gradient, weights, geometry, cotangent);
        int height = geometry.kernelHeight();
        int width = geometry.kernelWidth();
        boolean same = geometry.padding() == Convolution.Padding.SAME;
        if (geometry.stride() != 1 || (same && (height % 2 == 0 || width % 2 == 0))) {
            return nativeGradient(cotangent, weights, constant, geometry, gradient, scope);
        }
        INDArray rotated = scope.array(weights.size(3), height, width, weights.size(0));
        Rotation.of(weights, rotated).run();
        int padY = same ? height / 2 : height - 1;
        int padX = same ? width / 2 : width - 1;
        if (rotated.size(0) <= FEW_CHANNELS && width > 1 && gradient.size(2) >= BLOCK) {
            return inBlocks(cotangent, rotated, constant, padY, padX, gradient, scope);
        }
        return operation(cotangent, rotated, constant, gradient, padded(height, width, 1, 1, padY, padX));
    }

    /** As {@link #blocked}, for any width: into an array that begins before the image and ends behind it. */
    private static Kernel inBlocks(
            INDArray input,
            INDArray weights,
            Optional<INDArray> bias,
            int padY,
            int padX,
            INDArray output,
            TensorScope scope) {
        long width = output.size(2);
        long before = OFFSETS[(int) (width % BLOCK)];
        if (width % BLOCK == 0) {
            return blocked(input, weights, bias, padY, padX, output, scope);
        }
        long channels = output.size(3);
        long wider = (width + 2 * before) / BLOCK * BLOCK;
        INDArray wide = scope.array(output.size(0), output.size(1), wider, channels);
        Kernel convolution = blocked(input, weights, bias, padY, padX + (int) before, wide, scope);
        INDArray inside = wide.reshape('c', output.size(0), output.size(1), wider * channels)
                .get(
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.interval(before * channels, (before + width) * channels));
        INDArray rows = output.reshape('c', output.size(0), output.size(1), width * channels);
        return () -> {
            convolution.run();
            rows.assign(inside);
        };
    }

    /**
     * A convolution to few channels. Native kernels compute 16 output channels at a time; with 3, most of the work is lost.
     * Four neighbouring pixels of three channels lie in memory like one pixel of twelve: so compute them as one, with a
     * kernel that is three columns wider and moves in strides of four.
     */
    private static Kernel blocked(
            INDArray input,
            INDArray weights,
            Optional<INDArray> bias,
            int padY,
            int padX,
            INDArray output,
            TensorScope scope) {
        long channels = weights.size(0);
        long height = weights.size(1);
        long width = weights.size(2);
        INDArray wide = scope.array(BLOCK * channels, height, width + BLOCK - 1, weights.size(3));
        wide.assign(0);
        for (int pixel = 0; pixel < BLOCK; pixel++) {
            wide.get(
                            NDArrayIndex.interval(pixel * channels, (pixel + 1) * channels),
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(pixel, pixel + width),
                            NDArrayIndex.all())
                    .assign(weights);
        }
        Optional<INDArray> repeated = bias.map(b -> scope.array(BLOCK, channels));
        INDArray blocks = output.reshape('c', output.size(0), output.size(1), output.size(2) / BLOCK, BLOCK * channels);
        Kernel convolution = operation(
                input,
                wide,
                repeated.map(copies -> copies.reshape(BLOCK * channels)),
                blocks,
                padded((int) height, (int) width + BLOCK - 1, 1, BLOCK, padY, padX));
        if (repeated.isEmpty()) {
            return convolution;
        }
        INDArray copies = repeated.orElseThrow();
        INDArray row = bias.orElseThrow().reshape(channels);
        return () -> {
            copies.assign(0);
            copies.addiRowVector(row); // [4,C]
            convolution.run();
        };
    }

    private static Kernel nativeGradient(
            INDArray cotangent,
            INDArray weights,
            Optional<INDArray> constant,
            Convolution geometry,
            INDArray gradient,
            TensorScope scope) {
        INDArray input = scope.array(gradient.shape());
        input.assign(0);
        INDArray unused = scope.array(weights.shape());
        DynamicCustomOp operation = DynamicCustomOp.builder("conv2d_bp")
                .addInputs(input, weights, cotangent)
                .addOutputs(gradient, unused)
                .addIntegerArguments(arguments(padding(geometry)))
                .build();
        if (constant.isEmpty()) {
            return () -> Nd4j.getExecutioner().exec(operation);
        }
        Kernel add = Elementwise.addToEachPixel(gradient, constant.orElseThrow());
        return () -> {
            Nd4j.getExecutioner().exec(operation);
            add.run();
        };
    }

    private static Kernel operation(
            INDArray input, INDArray weights, Optional<INDArray> bias, INDArray output, int[] arguments) {
        Nhwc.require("input", input);
        Nhwc.require("output", output);
        Nhwc.requireContiguous("weights", weights);
        bias.ifPresent(b -> Nhwc.requireContiguous("bias", b));
        INDArray[] inputs = bias.map(b -> new INDArray[] {input, weights, b}).orElse(new INDArray[] {input, weights});
        DynamicCustomOp operation = DynamicCustomOp.builder("conv2d")
                .addInputs(inputs)
                .addOutputs(output)
                .addIntegerArguments(arguments(arguments))
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    static int[] padding(Convolution geometry) {
        int stride = geometry.stride();
        int same = geometry.padding() == Convolution.Padding.SAME ? 1 : 0;
        return new int[] {geometry.kernelHeight(), geometry.kernelWidth(), stride, stride, 0, 0, same};
    }

    private static int[] padded(int height, int width, int strideY, int strideX, int padY, int padX) {
        return new int[] {height, width, strideY, strideX, padY, padX, 0};
    }

    /** kH, kW, sH, sW, pH, pW, dilations, "same", data layout, weight layout. */
    static int[] arguments(int[] geometry) {
        int[] all = Arrays.copyOf(geometry, 11);
        all[6] = 1;
        all[7] = 1;
        all[8] = geometry[6];
        all[9] = NHWC;
        all[10] = OYXI;
        return all;
    }

    static void requireShapes(INDArray input, INDArray weights, Convolution geometry, INDArray output) {
        Nhwc.require("input", input);
        Nhwc.require("output", output);
        Nhwc.requireContiguous("weights", weights);
        long[] kernel = {output.size(3), geometry.kernelHeight(), geometry.kernelWidth(), input.size(3)};
        Require.that(
                Arrays.equals(weights.shape(), kernel),
                "weights",
                "must have the shape " + Arrays.toString(kernel) + ", but have " + Arrays.toString(weights.shape()));
        long[] expected = {
            input.size(0), geometry.outputHeight(input.size(1)), geometry.outputWidth(input.size(2)), weights.size(0)
        };
        Require.that(
                Arrays.equals(output.shape(), expected),
                "output",
                "must have the shape " + Arrays.toString(expected) + ", but has " + Arrays.toString(output.shape()));
    }
}
