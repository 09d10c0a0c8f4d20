package lichen.core.tensor;

import java.util.Arrays;
import java.util.Optional;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What training needs of a convolution with stride 1 and zero "same" padding: the gradients with respect to its weights and
 * its input, as kernels over fixed arrays. Unlike {@link Conv2d#inputGradient}, they read the weights at each run.
 *
 * <p>Of three ways the fastest is taken: products of matrices where the kernel is one pixel; a forward convolution and {@link
 * RowProducts} where it is small; and the native gradient, which rearranges all maps before and after, where it is large.
 */
public final class ConvolutionGradients {
    private static final int LARGE = 7;

    private final INDArray input;
    private final INDArray weights;
    private final INDArray cotangent;
    private final Convolution geometry;
    private final TensorScope scope;

    /**
     * The gradients at these arrays.
     *
     * @param input {@code [N,H,W,I]}
     * @param weights {@code [O,k,k,I]}, k odd
     * @param cotangent d loss / d output, {@code [N,H,W,O]}
     * @param scope owner of what the kernels work in: some k + 2 times one image of the batch
     */
    public ConvolutionGradients(INDArray input, INDArray weights, INDArray cotangent, TensorScope scope) {
        Require.that(
                weights.rank() == 4 && weights.size(1) == weights.size(2) && weights.size(1) % 2 == 1,
                "weights",
                "must have the shape [O,k,k,I] with k odd, but have " + Arrays.toString(weights.shape()));
        this.geometry = Convolution.same((int) weights.size(1));
        Conv2d.requireShapes(input, weights, geometry, cotangent);
        this.input = input;
        this.weights = weights;
        this.cotangent = cotangent;
        this.scope = scope;
    }

    /**
     * Both gradients: dw[o,dy,dx,i] = sum over n and pixels of y'[o] x[i] shifted by (dy, dx), and that of the input as in
     * {@link Conv2d#inputGradient}.
     *
     * @param inputGradient {@code [N,H,W,I]}, overwritten
     * @param weightGradient {@code [O,k,k,I]}, overwritten
     */
    public Kernel both(INDArray inputGradient, INDArray weightGradient) {
        if (geometry.kernelHeight() >= LARGE) {
            DynamicCustomOp operation = DynamicCustomOp.builder("conv2d_bp")
                    .addInputs(input, weights, cotangent)
                    .addOutputs(
                            Nhwc.require("inputGradient", inputGradient),
                            Nhwc.require("weightGradient", weightGradient))
                    .addIntegerArguments(Conv2d.arguments(Conv2d.same(geometry)))
                    .build();
            return () -> Nd4j.getExecutioner().exec(operation);
        }
        Kernel ofWeights = ofWeights(weightGradient);
        Kernel ofInput = ofInput(inputGradient);
        return () -> {
            ofWeights.run();
            ofInput.run();
        };
    }

    /**
     * The gradient of the weights alone, for the layer that sees the image: natively, that of the image would be computed as
     * well.
     *
     * @param weightGradient {@code [O,k,k,I]}, overwritten
     */
    public Kernel ofWeights(INDArray weightGradient) {
        Nhwc.require("weightGradient", weightGradient);
        if (geometry.kernelHeight() > 1) {
            return RowProducts.of(input, cotangent, weightGradient, scope);
        }
        INDArray inner = Nhwc.asMatrix(input); // [P,I]
        INDArray outer = Nhwc.asMatrix(cotangent); // [P,O]
        INDArray result = weightGradient.reshape('c', weightGradient.size(0), weightGradient.size(3)); // [O,I]
        return () -> MatrixProduct.transposedTimes(outer, inner, result);
    }

    private Kernel ofInput(INDArray inputGradient) {
        if (geometry.kernelHeight() == 1) {
            INDArray outer = Nhwc.asMatrix(cotangent); // [P,O]
            INDArray matrix = weights.reshape('c', weights.size(0), weights.size(3)); // [O,I]
            INDArray inner = Nhwc.asMatrix(inputGradient); // [P,I]
            return () -> MatrixProduct.times(outer, matrix, inner);
        }
        INDArray rotated = scope.array(weights.size(3), weights.size(1), weights.size(2), weights.size(0));
        Kernel rotation = Rotation.of(weights, rotated);
        Kernel convolution = Conv2d.forward(cotangent, rotated, Optional.empty(), geometry, inputGradient);
        return () -> {
            rotation.run();
            convolution.run();
        };
    }
}
