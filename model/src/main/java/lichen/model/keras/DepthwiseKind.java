package lichen.model.keras;

import java.util.Optional;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.ConvolveDepthwise;

/** DepthwiseConv2D: a kernel {@code [kH,kW,C,1]} and a bias {@code [C]}. */
final class DepthwiseKind implements LayerKind {
    private static final String KERNEL = "depthwise_kernel";
    private static final String KERNEL_OF_KERAS_3 = "kernel";

    @Override
    public Optional<Source> read(KerasLayer layer) throws UnreadableException {
        layer.require("activation", "linear", "linear");
        layer.require("dilation_rate", "1", "1", "[1]", "[1,1]");
        layer.require("depth_multiplier", "1", "1");
        boolean biased = layer.flag("use_bias", true);
        Convolution geometry = Geometry.of(layer, "kernel_size", Optional.of(new int[] {1, 1}));
        return Source.of((channels, weights) -> {
            KerasWeights arrays = weights.get();
            int height = geometry.kernelHeight();
            int width = geometry.kernelWidth();
            NdArray<float[]> kernel =
                    arrays.read(arrays.has(KERNEL) ? KERNEL : KERNEL_OF_KERAS_3, height, width, channels, 1);
            NdArray<float[]> bias = biased ? arrays.read("bias", channels) : NdArray.of(new float[channels], channels);
            return new ConvolveDepthwise(geometry, NdArray.of(kernel.values(), height, width, channels), bias);
        });
    }
}
