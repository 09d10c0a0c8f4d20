package lichen.model.operation;

import java.util.List;
import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.npy.NdArray;
import lichen.core.tensor.ChannelSums;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.DepthwiseConv2d;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution of each channel by a kernel of its own: y[c] = b[c] + sum over dy, dx of w[dy,dx,c] x[c], shifted by
 * (dy, dx).
 *
 * <p>Source: Howard et al., "MobileNets" (2017), section 3.1.
 *
 * @param geometry kernel, stride and padding
 * @param weights {@code [kH,kW,C]}
 * @param bias {@code [C]}
 */
public record ConvolveDepthwise(Convolution geometry, NdArray<float[]> weights, NdArray<float[]> bias)
        implements Windowed, Weighted {
    /** Checks the shapes. */
    public ConvolveDepthwise {
        int[] shape = weights.shape();
        Require.that(
                shape.length == 3 && shape[0] == geometry.kernelHeight() && shape[1] == geometry.kernelWidth(),
                WEIGHTS,
                "must have the shape [kH,kW,C] of the geometry");
        Require.that(
                bias.values().length == shape[2], BIAS, "must hold a number for each of " + shape[2] + " channels");
    }

    /** The number of channels, C. */
    public int channels() {
        return weights.shape()[2];
    }

    @Override
    public ConvolveDepthwise with(Convolution.Padding padding) {
        return new ConvolveDepthwise(geometry.with(padding), weights, bias);
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.CONVOLUTION;
    }

    @Override
    public double products() {
        return weights.values().length;
    }

    @Override
    public int channels(List<Integer> inputs) {
        return channels();
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        return inputs.get(0) == channels()
                ? List.of()
                : List.of("expected weights for " + inputs.get(0) + " channels, found " + channels());
    }

    @Override
    public ConvolveDepthwise with(NdArray<float[]> otherWeights, NdArray<float[]> otherBias) {
        return new ConvolveDepthwise(geometry, otherWeights, otherBias);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray input = at.input();
        INDArray kernel = kernel(at.number(WEIGHTS));
        at.run(DepthwiseConv2d.forward(input, kernel, Optional.of(at.number(BIAS)), geometry, at.output()));
        return back -> carry(input, kernel, back);
    }

    private void carry(INDArray input, INDArray kernel, Gradients at) {
        if (at.areNumbersFixed()) {
            if (at.wants(0)) {
                at.run(DepthwiseConv2d.inputGradient(at.gradient(), kernel, geometry, at.of(0), at.scope()));
            }
            return;
        }
        if (at.wants(BIAS)) {
            at.run(ChannelSums.of(at.gradient(), at.of(BIAS), at.scope()));
        }
        if (at.wants(0) || at.wants(WEIGHTS)) {
            INDArray ofInput = at.wants(0) ? at.of(0) : at.scope().array(input.shape());
            INDArray ofWeights =
                    at.wants(WEIGHTS) ? kernel(at.of(WEIGHTS)) : at.scope().array(kernel.shape());
            at.run(DepthwiseConv2d.gradients(input, kernel, at.gradient(), geometry, ofInput, ofWeights));
        }
    }

    /** {@code [kH,kW,C,1]}, as the kernels have it: the same memory. */
    private static INDArray kernel(INDArray weights) {
        return weights.reshape('c', weights.size(0), weights.size(1), weights.size(2), 1);
    }

    @Override
    public Description description() {
        return description("depthwise-convolution");
    }

    static ConvolveDepthwise read(Stored stored) {
        Convolution geometry = Windowed.geometry(stored);
        NdArray<float[]> weights = stored.array(WEIGHTS, geometry.kernelHeight(), geometry.kernelWidth(), Stored.ANY);
        return new ConvolveDepthwise(geometry, weights, stored.array(BIAS, weights.shape()[2]));
    }

    @Override
    public String words() {
        return "depthwise convolution " + geometryWords() + " of " + channels() + " channels";
    }
}
