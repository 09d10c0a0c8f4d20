package lichen.model.operation;

import java.util.List;
import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.npy.NdArray;
import lichen.core.tensor.ChannelSums;
import lichen.core.tensor.Conv2d;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.ConvolutionGradients;
import lichen.core.tensor.Elementwise;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution, and ReLU after it if asked for: y[o] = b[o] + sum over i, dy, dx of w[o,dy,dx,i] x[i], shifted by (dy, dx).
 *
 * @param geometry kernel, stride and padding
 * @param weights {@code [O,kH,kW,I]}
 * @param bias {@code [O]}
 * @param relu whether max(., 0) follows
 * @param dilation pixels from one tap to the next; the weights between are zero, and stay so when they are learned. A file
 *     keeps the zeros only
 */
public record Convolve(
        Convolution geometry, NdArray<float[]> weights, NdArray<float[]> bias, boolean relu, int dilation)
        implements Windowed, Weighted {
    /** Checks the shapes. */
    public Convolve {
        int[] shape = weights.shape();
        Require.that(
                shape.length == 4 && shape[1] == geometry.kernelHeight() && shape[2] == geometry.kernelWidth(),
                WEIGHTS,
                "must have the shape [O,kH,kW,I] of the geometry");
        Require.that(
                bias.values().length == shape[0], BIAS, "must hold a number for each of " + shape[0] + " channels");
        Require.atLeast(1, "dilation", dilation);
    }

    /** A convolution whose taps are neighbours. */
    public Convolve(Convolution geometry, NdArray<float[]> weights, NdArray<float[]> bias, boolean relu) {
        this(geometry, weights, bias, relu, 1);
    }

    /**
     * The same kernel with its taps so many pixels apart: one with zeros between them, of side dilation (k - 1) + 1. The
     * native kernels do not take dilations.
     */
    public Convolve dilated(int apart) {
        Require.atLeast(1, "dilation", apart);
        int height = apart * (geometry.kernelHeight() - 1) + 1;
        int width = apart * (geometry.kernelWidth() - 1) + 1;
        float[] spread = new float[outputs() * height * width * inputs()];
        for (int i = 0; i < weights.values().length; i++) {
            int pixel = i / inputs();
            int x = pixel % geometry.kernelWidth();
            int y = pixel / geometry.kernelWidth() % geometry.kernelHeight();
            int o = pixel / geometry.kernelWidth() / geometry.kernelHeight();
            int to = (o * height + y * apart) * width + x * apart;
            spread[to * inputs() + i % inputs()] = weights.values()[i];
        }
        return new Convolve(
                new Convolution(height, width, geometry.stride(), geometry.padding()),
                NdArray.of(spread, outputs(), height, width, inputs()),
                bias,
                relu,
                dilation * apart);
    }

    /** The same with ReLU after it. */
    public Convolve rectified() {
        return new Convolve(geometry, weights, bias, true, dilation);
    }

    /** The number of output channels, O. */
    public int outputs() {
        return weights.shape()[0];
    }

    /** The number of input channels, I. */
    public int inputs() {
        return weights.shape()[3];
    }

    @Override
    public Convolve with(Convolution.Padding padding) {
        return new Convolve(geometry.with(padding), weights, bias, relu, dilation);
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
        return outputs();
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        return inputs.get(0) == inputs()
                ? List.of()
                : List.of("expected weights for " + inputs.get(0) + " input channels, found " + inputs());
    }

    @Override
    public Convolve with(NdArray<float[]> otherWeights, NdArray<float[]> otherBias) {
        return new Convolve(geometry, otherWeights, otherBias, relu, dilation);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray input = at.input();
        INDArray output = at.output();
        at.run(Conv2d.forward(input, at.number(WEIGHTS), Optional.of(at.number(BIAS)), geometry, output));
        if (relu) {
            at.run(Elementwise.relu(output));
        }
        return back -> carry(input, output, back);
    }

    private void carry(INDArray input, INDArray output, Gradients at) {
        if (relu) {
            INDArray mask = at.take(output.shape());
            at.run(Elementwise.reluGradient(output, at.gradient(), mask));
            at.give(mask);
        }
        if (at.areNumbersFixed()) {
            carryThroughFixed(at);
            return;
        }
        if (at.wants(BIAS)) {
            at.run(ChannelSums.of(at.gradient(), at.of(BIAS), at.scope()));
        }
        ConvolutionGradients gradients =
                new ConvolutionGradients(input, at.number(WEIGHTS), geometry, at.gradient(), at.scope());
        if (at.wants(WEIGHTS)) {
            INDArray ofWeights = at.of(WEIGHTS);
            at.run(at.wants(0) ? gradients.both(at.of(0), ofWeights) : gradients.ofWeights(ofWeights));
            if (dilation > 1) {
                at.run(Elementwise.multiply(ofWeights, taps(at), ofWeights));
            }
        } else if (at.wants(0)) {
            at.run(gradients.ofInput(at.of(0)));
        }
    }

    /** What may be computed once and for all: the weights turned round, times the scalings below. */
    private void carryThroughFixed(Gradients at) {
        if (!at.wants(0)) {
            return;
        }
        Gradients.Route route = at.through(0);
        INDArray kernel = at.number(WEIGHTS);
        if (!route.scales().isEmpty()) {
            kernel = at.scope().copyOf(kernel);
        }
        for (float[] scale : route.scales()) {
            Elementwise.scaleLastAxis(kernel, at.scope().of(scale, scale.length));
        }
        at.run(Conv2d.inputGradient(at.gradient(), kernel, route.constant(), geometry, route.target(), at.scope()));
    }

    /** 1 where the kernel has a tap, and 0 between: {@code [O,kH,kW,I]}. */
    private INDArray taps(Gradients at) {
        float[] taps = new float[weights.values().length];
        for (int i = 0; i < taps.length; i++) {
            int pixel = i / inputs();
            int x = pixel % geometry.kernelWidth();
            int y = pixel / geometry.kernelWidth() % geometry.kernelHeight();
            taps[i] = x % dilation == 0 && y % dilation == 0 ? 1 : 0;
        }
        return at.scope().of(taps, outputs(), geometry.kernelHeight(), geometry.kernelWidth(), inputs());
    }

    @Override
    public long workspace(List<MapShape> inputs) {
        MapShape input = inputs.get(0);
        return ConvolutionGradients.workspace(geometry, inputs(), outputs(), input.height() * input.width());
    }

    @Override
    public Description description() {
        return description(relu ? "convolution-relu" : "convolution");
    }

    static Convolve read(Stored stored, boolean relu) {
        Convolution geometry = Windowed.geometry(stored);
        NdArray<float[]> weights =
                stored.array(WEIGHTS, Stored.ANY, geometry.kernelHeight(), geometry.kernelWidth(), Stored.ANY);
        return new Convolve(geometry, weights, stored.array(BIAS, weights.shape()[0]), relu);
    }

    @Override
    public String words() {
        return "convolution " + geometryWords() + ", " + inputs() + " to " + outputs() + " channels"
                + (relu ? ", ReLU" : "");
    }
}
