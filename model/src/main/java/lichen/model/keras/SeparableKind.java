package lichen.model.keras;

import java.util.Optional;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Convolve;

/**
 * SeparableConv2D: a kernel for each channel, {@code [kH,kW,I,M]}, and a mixing of channels, {@code [1,1,I M,O]}. It is read
 * as the one convolution that both are together, w[o,y,x,i] = sum over m of d[y,x,i,m] p[i M + m,o].
 */
final class SeparableKind implements LayerKind {
    @Override
    public Optional<Source> read(KerasLayer layer) throws UnreadableException {
        layer.require("activation", "linear", "linear", "relu");
        int filters = layer.count("filters");
        int multiplier = layer.config().has("depth_multiplier") ? layer.count("depth_multiplier") : 1;
        boolean biased = layer.flag("use_bias", true);
        boolean relu = layer.word("activation", "linear").equals("relu");
        int dilation = Geometry.dilation(layer);
        Convolution geometry = Geometry.of(layer, "kernel_size", Optional.of(new int[] {1, 1}));
        return Source.of((channels, weights) -> {
            KerasWeights arrays = weights.get();
            int height = geometry.kernelHeight();
            int width = geometry.kernelWidth();
            NdArray<float[]> depthwise = arrays.read("depthwise_kernel", height, width, channels, multiplier);
            NdArray<float[]> pointwise = arrays.read("pointwise_kernel", 1, 1, channels * multiplier, filters);
            NdArray<float[]> bias = biased ? arrays.read("bias", filters) : NdArray.of(new float[filters], filters);
            return new Convolve(geometry, product(depthwise, pointwise), bias, relu).dilated(dilation);
        });
    }

    private static NdArray<float[]> product(NdArray<float[]> depthwise, NdArray<float[]> pointwise) {
        int[] shape = depthwise.shape();
        int inputs = shape[2];
        int multiplier = shape[3];
        int outputs = pointwise.shape()[3];
        int block = shape[0] * shape[1] * inputs;
        float[] product = new float[outputs * block];
        for (int i = 0; i < product.length; i++) {
            int output = i / block;
            double sum = 0;
            for (int m = 0; m < multiplier; m++) {
                int mixed = i % inputs * multiplier + m;
                sum += (double) depthwise.values()[i % block * multiplier + m]
                        * pointwise.values()[mixed * outputs + output];
            }
            product[i] = (float) sum;
        }
        return NdArray.of(product, outputs, shape[0], shape[1], inputs);
    }
}
