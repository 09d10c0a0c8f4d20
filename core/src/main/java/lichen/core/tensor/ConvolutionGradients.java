package lichen.core.tensor;

import java.util.Arrays;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What training needs of a convolution with stride 1 and zero "same" padding: the gradients with respect to its weights and
 * its input, as kernels over fixed arrays. Unlike {@link Conv2d#inputGradient}, they read the weights at each run.
 *
 * <p>Input {@code [N,H,W,I]}, weights {@code [O,k,k,I]} with k odd, cotangent (d loss / d output) {@code [N,H,W,O]}.
 */
public final class ConvolutionGradients {
    private ConvolutionGradients() {}

    /**
     * Both gradients: dw[o,dy,dx,i] = sum over n and pixels of y'[o] x[i] shifted by (dy, dx), and that of the input as in
     * {@link Conv2d#inputGradient}.
     *
     * @param inputGradient {@code [N,H,W,I]}, overwritten
     * @param weightGradient {@code [O,k,k,I]}, overwritten
     */
    public static Kernel both(
            INDArray input, INDArray weights, INDArray cotangent, INDArray inputGradient, INDArray weightGradient) {
        Convolution geometry = require(input, weights, cotangent);
        Nhwc.require("inputGradient", inputGradient);
        if (geometry.kernelHeight() == 1) {
            // Products of matrices: a fifth of the time of the native gradient, which rearranges all maps first.
            Kernel ofWeights = product(input, cotangent, weightGradient);
            INDArray outer = Nhwc.asMatrix(cotangent); // [P,O]
            INDArray matrix = weights.reshape('c', weights.size(0), weights.size(3)); // [O,I]
            INDArray inner = Nhwc.asMatrix(inputGradient); // [P,I]
            return () -> {
                ofWeights.run();
                MatrixProduct.times(outer, matrix, inner);
            };
        }
        DynamicCustomOp operation = DynamicCustomOp.builder("conv2d_bp")
                .addInputs(input, weights, cotangent)
                .addOutputs(inputGradient, weightGradient)
                .addIntegerArguments(Conv2d.arguments(Conv2d.same(geometry)))
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /**
     * The gradient of the weights alone, meant for inputs of few channels: the native gradient would take four times as
     * long on the three of an image.
     *
     * <p>Input and cotangent are copied onto a grid with zeros between the rows, on which a shift of the image is a shift of
     * the memory. There, the k pixels that a row of the kernel sees lie side by side as a matrix, and each row of the
     * kernel is one product.
     *
     * @param weightGradient {@code [O,k,k,I]}, overwritten
     * @param scope owner of the copies: k times the input, and the cotangent
     */
    public static Kernel ofWeights(INDArray input, INDArray cotangent, INDArray weightGradient, TensorScope scope) {
        Convolution geometry = require(input, weightGradient, cotangent);
        if (geometry.kernelHeight() == 1) {
            return product(input, cotangent, weightGradient);
        }
        int side = geometry.kernelHeight();
        long channels = Nhwc.channels(input);
        long outputs = Nhwc.channels(cotangent);
        ZeroGrid grid = new ZeroGrid(input.size(0), input.size(1), input.size(2), side / 2);
        INDArray shifted = scope.array(grid.pixels() + 2 * grid.margin(), channels);
        INDArray rows = scope.array(grid.pixels() + 2 * grid.rowMargin(), side * channels); // [.., k I]
        INDArray outer = scope.array(grid.pixels(), outputs); // [Q,O]
        Kernel copies = grid.copies(input, shifted, grid.margin(), cotangent, outer);
        INDArray[] neighbours = new INDArray[side];
        for (int dx = 0; dx < side; dx++) {
            neighbours[dx] = shifted.get(NDArrayIndex.interval(dx, dx + rows.size(0)), NDArrayIndex.all());
        }
        DynamicCustomOp gather = DynamicCustomOp.builder("concat")
                .addInputs(neighbours)
                .addOutputs(rows)
                .addIntegerArguments(1)
                .build();
        INDArray products = scope.array(side, outputs, side * channels); // [kY,O,kX I]
        INDArray rearranged = products.permute(1, 0, 2);
        INDArray target = weightGradient.reshape('c', outputs, side, side * channels);
        INDArray[] inner = new INDArray[side];
        INDArray[] slices = new INDArray[side];
        for (int dy = 0; dy < side; dy++) {
            long first = dy * grid.rowWidth();
            inner[dy] = rows.get(NDArrayIndex.interval(first, first + grid.pixels()), NDArrayIndex.all());
            slices[dy] = products.get(NDArrayIndex.point(dy));
        }
        return () -> {
            copies.run();
            Nd4j.getExecutioner().exec(gather);
            for (int dy = 0; dy < side; dy++) {
                MatrixProduct.transposedTimes(outer, inner[dy], slices[dy]); // [O,kX I]
            }
            target.assign(rearranged);
        };
    }

    private static Kernel product(INDArray input, INDArray cotangent, INDArray weightGradient) {
        INDArray inner = Nhwc.asMatrix(input); // [P,I]
        INDArray outer = Nhwc.asMatrix(cotangent); // [P,O]
        INDArray result = weightGradient.reshape('c', weightGradient.size(0), weightGradient.size(3)); // [O,I]
        return () -> MatrixProduct.transposedTimes(outer, inner, result);
    }

    private static Convolution require(INDArray input, INDArray weights, INDArray cotangent) {
        Require.that(
                weights.rank() == 4 && weights.size(1) == weights.size(2) && weights.size(1) % 2 == 1,
                "weights",
                "must have the shape [O,k,k,I] with k odd, but have " + Arrays.toString(weights.shape()));
        Convolution geometry = Convolution.same((int) weights.size(1));
        Conv2d.requireShapes(input, weights, geometry, cotangent);
        return geometry;
    }
}
