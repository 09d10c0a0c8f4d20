package lichen.model.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Channels;
import lichen.core.tensor.Conv2d;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.DepthwiseConv2d;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Kernel;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The forward pass of one node.
 *
 * @param output where its activation will be
 * @param kernels what computes it
 */
record ForwardStep(INDArray output, List<Kernel> kernels) {
    static ForwardStep of(Node node, List<INDArray> inputs, TensorScope scope) {
        INDArray input = inputs.get(0);
        Operation operation = node.operation();
        if (operation instanceof Operation.Convolve convolve) {
            return convolve(node, convolve, input, scope);
        }
        if (operation instanceof Operation.ScaleShift affine) {
            INDArray output = scope.array(input.shape());
            INDArray scale = scope.of(affine.scale(), affine.scale().length);
            INDArray shift = scope.of(affine.shift(), affine.shift().length);
            return new ForwardStep(output, List.of(Elementwise.scaleAndShift(input, scale, shift, output, scope)));
        }
        if (operation instanceof Operation.Relu relu) {
            INDArray output = scope.array(input.shape());
            Kernel rectify = Float.isInfinite(relu.maximum())
                    ? Elementwise.relu(output)
                    : Elementwise.clamp(output, 0, relu.maximum());
            return new ForwardStep(output, List.of(() -> output.assign(input), rectify));
        }
        if (operation instanceof Operation.ConvolveDepthwise convolve) {
            return convolveDepthwise(convolve, input, scope);
        }
        if (operation instanceof Operation.Add) {
            return add(inputs, scope);
        }
        if (operation instanceof Operation.Pool pool) {
            INDArray output = windowed(input, pool.geometry(), input.size(3), scope);
            return new ForwardStep(output, List.of(Pooling.forward(pool.kind(), input, pool.geometry(), output)));
        }
        if (operation instanceof Operation.Extend extend) {
            Margins margins = extend.margins();
            INDArray output =
                    scope.array(1, input.size(1) + margins.rows(), input.size(2) + margins.columns(), input.size(3));
            return new ForwardStep(output, List.of(Extension.forward(extend.kind(), margins, input, output)));
        }
        long channels = inputs.stream().mapToLong(part -> part.size(3)).sum();
        INDArray output = scope.array(1, input.size(1), input.size(2), channels);
        return new ForwardStep(output, List.of(Channels.concatenate(inputs, output)));
    }

    private static ForwardStep convolve(Node node, Operation.Convolve convolve, INDArray input, TensorScope scope) {
        Require.that(
                input.size(3) == convolve.inputs(),
                node.name(),
                "reads " + convolve.inputs() + " channels, but its input has " + input.size(3));
        INDArray output = windowed(input, convolve.geometry(), convolve.outputs(), scope);
        INDArray bias = scope.of(convolve.bias().values(), convolve.outputs());
        List<Kernel> kernels = new ArrayList<>();
        kernels.add(Conv2d.forward(
                input, tensor(convolve.weights(), scope), Optional.of(bias), convolve.geometry(), output));
        if (convolve.relu()) {
            kernels.add(Elementwise.relu(output));
        }
        return new ForwardStep(output, kernels);
    }

    private static ForwardStep convolveDepthwise(
            Operation.ConvolveDepthwise convolve, INDArray input, TensorScope scope) {
        INDArray output = windowed(input, convolve.geometry(), convolve.channels(), scope);
        INDArray bias = scope.of(convolve.bias().values(), convolve.channels());
        return new ForwardStep(
                output,
                List.of(DepthwiseConv2d.forward(
                        input, depthwise(convolve, scope), Optional.of(bias), convolve.geometry(), output)));
    }

    private static ForwardStep add(List<INDArray> inputs, TensorScope scope) {
        INDArray output = scope.array(inputs.get(0).shape());
        List<Kernel> kernels = new ArrayList<>();
        kernels.add(() -> output.assign(inputs.get(0)));
        for (INDArray summand : inputs.subList(1, inputs.size())) {
            kernels.add(Elementwise.add(output, summand));
        }
        return new ForwardStep(output, kernels);
    }

    private static INDArray windowed(INDArray input, Convolution geometry, long channels, TensorScope scope) {
        return scope.array(1, geometry.outputHeight(input.size(1)), geometry.outputWidth(input.size(2)), channels);
    }

    static INDArray tensor(NdArray<float[]> array, TensorScope scope) {
        int[] shape = array.shape();
        return scope.of(array.values(), shape[0], shape[1], shape[2], shape[3]);
    }

    /** {@code [kH,kW,C,1]}, as the kernels of depthwise convolutions have it. */
    static INDArray depthwise(Operation.ConvolveDepthwise convolve, TensorScope scope) {
        int[] shape = convolve.weights().shape();
        return scope.of(convolve.weights().values(), shape[0], shape[1], shape[2], 1);
    }
}
