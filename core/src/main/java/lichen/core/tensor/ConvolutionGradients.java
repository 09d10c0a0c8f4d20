package lichen.core.tensor;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What training needs of a convolution: the gradients with respect to its weights and its input, as kernels over fixed
 * arrays. Unlike {@link Conv2d#inputGradient}, they read the weights at each run.
 *
 * <p>Of three ways the fastest is taken: products of matrices where the kernel is one pixel; a forward convolution and {@link
 * RowProducts} where it is small; and the native gradient, which rearranges all maps before and after, where it is large. With
 * a stride, or without zero "same" padding, there is only the native one.
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
     * @param weights {@code [O,kH,kW,I]}
     * @param cotangent d loss / d output, {@code [N,H',W',O]}
     * @param scope owner of what the kernels work in: some k + 2 times one image of the batch
     */
    public ConvolutionGradients(
            INDArray input, INDArray weights, Convolution geometry, INDArray cotangent, TensorScope scope) {
        Conv2d.requireShapes(input, weights, geometry, cotangent);
        this.input = input;
        this.weights = weights;
        this.geometry = geometry;
        this.cotangent = cotangent;
        this.scope = scope;
    }

    /**
     * Both gradients: dw[o,dy,dx,i] = sum over n and pixels of y'[o] x[i] shifted by (dy, dx), and that of the input as in
     * {@link Conv2d#inputGradient}.
     *
     * @param inputGradient {@code [N,H,W,I]}, overwritten
     * @param weightGradient {@code [O,kH,kW,I]}, overwritten
     */
    public Kernel both(INDArray inputGradient, INDArray weightGradient) {
        if (!isPlain() || geometry.kernelHeight() >= LARGE) {
            return natively(inputGradient, weightGradient);
        }
        Kernel ofWeights = ofWeights(weightGradient);
        Kernel ofInput = ofInput(inputGradient);
        return () -> {
            ofWeights.run();
            ofInput.run();
        };
    }

    /** How many numbers the gradient of the weights works in, for a convolution of images of this many pixels. */
    public static long workspace(Convolution geometry, int inputs, int outputs, long pixels) {
        return isPlain(geometry) && geometry.kernelHeight() > 1
                ? pixels * ((geometry.kernelHeight() + 1L) * inputs + outputs)
                : 0;
    }

    /**
     * The gradient of the weights alone, for the layer that sees the image: natively, that of the image would be computed as
     * well.
     *
     * @param weightGradient {@code [O,kH,kW,I]}, overwritten
     */
    public Kernel ofWeights(INDArray weightGradient) {
        Nhwc.require("weightGradient", weightGradient);
        if (!isPlain()) {
            return natively(scope.array(input.shape()), weightGradient);
        }
        if (geometry.kernelHeight() > 1) {
            return RowProducts.of(input, cotangent, weightGradient, scope);
        }
        INDArray inner = Nhwc.asMatrix(input); // [P,I]
        INDArray outer = Nhwc.asMatrix(cotangent); // [P,O]
        INDArray result = weightGradient.reshape('c', weightGradient.size(0), weightGradient.size(3)); // [O,I]
        return () -> MatrixProduct.transposedTimes(outer, inner, result);
    }

    /**
     * The gradient of the input alone.
     *
     * @param inputGradient {@code [N,H,W,I]}, overwritten
     */
    public Kernel ofInput(INDArray inputGradient) {
        if (!isPlain()) {
            return natively(inputGradient, scope.array(weights.shape()));
        }
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

    private Kernel natively(INDArray inputGradient, INDArray weightGradient) {
        DynamicCustomOp operation = DynamicCustomOp.builder("conv2d_bp")
                .addInputs(input, weights, cotangent)
                .addOutputs(
                        Nhwc.require("inputGradient", inputGradient), Nhwc.require("weightGradient", weightGradient))
                .addIntegerArguments(Conv2d.arguments(Conv2d.padding(geometry)))
                .build();
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** Whether it is a square of odd side that moves in single steps over an image with zeros around. */
    private boolean isPlain() {
        return isPlain(geometry);
    }

    private static boolean isPlain(Convolution geometry) {
        return geometry.equals(Convolution.same(geometry.kernelHeight())) && geometry.kernelHeight() % 2 == 1;
    }
}
