package lichen.model.deeplearning4j;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.core.tensor.TensorScope;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.ConvolveDepthwise;
import lichen.model.operation.Extend;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Multiply;
import lichen.model.operation.Operation;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Slice;
import lichen.model.operation.Tanh;
import lichen.model.operation.Upsample;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The layer or vertex that computes what an operation does.
 *
 * @param vertex how it is added
 * @param numbers its numbers by their names
 * @param inPlace whether it works, in inference, in the map that it reads
 */
record Dl4jCounterpart(Vertex vertex, Map<String, Function<TensorScope, INDArray>> numbers, boolean inPlace) {
    private static final double EPSILON = 1e-5;

    /** How it is added to a network. */
    @FunctionalInterface
    interface Vertex {
        void add(GraphBuilder builder, String name, String... inputs);
    }

    void add(GraphBuilder builder, String name, String... inputs) {
        vertex.add(builder, name, inputs);
    }

    /**
     * That of an operation; empty if there is none.
     *
     * @param channels what its first input has
     */
    static Optional<Dl4jCounterpart> of(Operation operation, int channels) {
        if (operation instanceof Convolve convolve) {
            return Optional.of(convolution(convolve));
        }
        if (operation instanceof ConvolveDepthwise depthwise) {
            return Optional.of(depthwise(depthwise));
        }
        if (operation instanceof ScaleShift scaled) {
            return Optional.of(normalization(scaled, channels));
        }
        return layer(operation).or(() -> merge(operation));
    }

    private static Optional<Dl4jCounterpart> layer(Operation operation) {
        if (operation instanceof Pool pool) {
            return Optional.of(layer(pooling(pool)));
        }
        if (operation instanceof Extend extend && extend.kind() == Extension.Kind.ZERO) {
            Margins margins = extend.margins();
            return Optional.of(
                    layer(new ZeroPaddingLayer(margins.top(), margins.bottom(), margins.left(), margins.right())));
        }
        if (operation instanceof Upsample upsample) {
            return Optional.of(layer(new Upsampling2D.Builder(upsample.factor()).build()));
        }
        return activation(operation).map(function -> layer(new ActivationLayer(function)));
    }

    private static Optional<IActivation> activation(Operation operation) {
        if (operation instanceof Relu relu) {
            return Optional.of(
                    Float.isInfinite(relu.maximum())
                            ? new ActivationReLU()
                            : new ActivationReLU((double) relu.maximum(), 0.0, 0.0));
        }
        if (operation instanceof LeakyRelu leaky) {
            return Optional.of(new ActivationLReLU(leaky.slope()));
        }
        if (operation instanceof Sigmoid) {
            return Optional.of(Activation.SIGMOID.getActivationFunction());
        }
        return operation instanceof Tanh ? Optional.of(Activation.TANH.getActivationFunction()) : Optional.empty();
    }

    private static Optional<Dl4jCounterpart> merge(Operation operation) {
        if (operation instanceof Add) {
            return Optional.of(vertex(new ElementWiseVertex(ElementWiseVertex.Op.Add)));
        }
        if (operation instanceof Multiply) {
            return Optional.of(vertex(new ElementWiseVertex(ElementWiseVertex.Op.Product)));
        }
        if (operation instanceof Concatenate) {
            return Optional.of(vertex(new MergeVertex()));
        }
        return operation instanceof Slice slice
                ? Optional.of(vertex(new SubsetVertex(slice.first(), slice.first() + slice.count() - 1)))
                : Optional.empty();
    }

    private static Dl4jCounterpart vertex(GraphVertex vertex) {
        return new Dl4jCounterpart((builder, name, inputs) -> builder.addVertex(name, vertex, inputs), Map.of(), false);
    }

    private static Dl4jCounterpart layer(Layer layer) {
        return layer(layer, Map.of());
    }

    private static Dl4jCounterpart layer(Layer layer, Map<String, Function<TensorScope, INDArray>> numbers) {
        return new Dl4jCounterpart(
                (builder, name, inputs) -> builder.addLayer(name, layer, inputs),
                numbers,
                layer instanceof ActivationLayer);
    }

    /** A dilated kernel stays one with zeros between its taps. */
    private static Dl4jCounterpart convolution(Convolve convolve) {
        Convolution geometry = convolve.geometry();
        Layer layer = new ConvolutionLayer.Builder(geometry.kernelHeight(), geometry.kernelWidth())
                .nIn(convolve.inputs())
                .nOut(convolve.outputs())
                .stride(geometry.stride(), geometry.stride())
                .convolutionMode(mode(geometry))
                .activation(convolve.relu() ? Activation.RELU : Activation.IDENTITY)
                .build();
        return layer(
                layer,
                Map.of(
                        "W",
                        scope -> scope.of(
                                        convolve.weights().values(),
                                        extents(convolve.weights().shape()))
                                .permute(0, 3, 1, 2), // [O,I,kH,kW]
                        "b",
                        scope -> scope.of(convolve.bias().values(), convolve.outputs())));
    }

    private static Dl4jCounterpart depthwise(ConvolveDepthwise convolve) {
        Convolution geometry = convolve.geometry();
        Layer layer = new DepthwiseConvolution2D.Builder(geometry.kernelHeight(), geometry.kernelWidth())
                .nIn(convolve.channels())
                .nOut(convolve.channels())
                .depthMultiplier(1)
                .stride(geometry.stride(), geometry.stride())
                .convolutionMode(mode(geometry))
                .activation(Activation.IDENTITY)
                .build();
        return layer(
                layer,
                Map.of(
                        "W",
                        scope -> scope.of(
                                convolve.weights().values(),
                                geometry.kernelHeight(),
                                geometry.kernelWidth(),
                                convolve.channels(),
                                1),
                        "b",
                        scope -> scope.of(convolve.bias().values(), convolve.channels())));
    }

    /** Batch normalisation of mean 0 and of a variance that with its epsilon is 1. */
    private static Dl4jCounterpart normalization(ScaleShift scaled, int channels) {
        Layer layer = new BatchNormalization.Builder()
                .nIn(channels)
                .nOut(channels)
                .eps(EPSILON)
                .useLogStd(false)
                .build();
        float[] variances = new float[channels];
        Arrays.fill(variances, (float) (1 - EPSILON));
        return layer(
                layer,
                Map.of(
                        "gamma", scope -> scope.of(scaled.scale(), channels),
                        "beta", scope -> scope.of(scaled.shift(), channels),
                        "mean", scope -> scope.array(channels),
                        "var", scope -> scope.of(variances, channels)));
    }

    private static Layer pooling(Pool pool) {
        Convolution geometry = pool.geometry();
        return new SubsamplingLayer.Builder(
                        pool.pooling() == Pooling.Kind.MAX
                                ? SubsamplingLayer.PoolingType.MAX
                                : SubsamplingLayer.PoolingType.AVG)
                .kernelSize(geometry.kernelHeight(), geometry.kernelWidth())
                .stride(geometry.stride(), geometry.stride())
                .convolutionMode(mode(geometry))
                .build();
    }

    private static ConvolutionMode mode(Convolution geometry) {
        return geometry.padding() == Convolution.Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }

    private static long[] extents(int... shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }
}
