package lichen.model.keras;

import java.util.Optional;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Convolve;

/** Conv2D: a kernel {@code [kH,kW,I,O]} and a bias {@code [O]}. */
final class ConvolutionKind implements LayerKind {
    @Override
    public Optional<Source> read(KerasLayer layer) throws UnreadableException {
        layer.require("activation", "linear", "linear", "relu");
        layer.require("groups", "1", "1");
        int filters = layer.count("filters");
        boolean biased = layer.flag("use_bias", true);
        boolean relu = layer.word("activation", "linear").equals("relu");
        int dilation = Geometry.dilation(layer);
        Convolution geometry = Geometry.of(layer, "kernel_size", Optional.of(new int[] {1, 1}));
        return Source.of((channels, weights) -> {
            KerasWeights arrays = weights.get();
            NdArray<float[]> kernel =
                    arrays.read("kernel", geometry.kernelHeight(), geometry.kernelWidth(), channels, filters);
            NdArray<float[]> bias = biased ? arrays.read("bias", filters) : NdArray.of(new float[filters], filters);
            return new Convolve(geometry, outputsFirst(kernel), bias, relu).dilated(dilation);
        });
    }

    /** {@code [kH,kW,I,O] -> [O,kH,kW,I]}. */
    static NdArray<float[]> outputsFirst(NdArray<float[]> kernel) {
        int[] shape = kernel.shape();
        int outputs = shape[3];
        int block = shape[0] * shape[1] * shape[2];
        float[] from = kernel.values();
        float[] to = new float[from.length];
        for (int i = 0; i < block; i++) {
            for (int o = 0; o < outputs; o++) {
                to[o * block + i] = from[i * outputs + o];
            }
        }
        return NdArray.of(to, outputs, shape[0], shape[1], shape[2]);
    }
}
