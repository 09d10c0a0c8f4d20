package lichen.model.operation;

import java.util.List;
import java.util.Map;
import lichen.core.npy.NdArray;

/** An operation without numbers: any channels are right for it, unless it says otherwise. */
public sealed interface Weightless extends Operation
        permits ActivationFunction,
                Pool,
                Extend,
                Upsample,
                InstanceNormalize,
                PixelNormalize,
                Modulate,
                Reshape,
                Slice,
                Spread,
                Oscillate,
                Concatenate,
                Add,
                Multiply {
    @Override
    default List<String> misfits(List<Integer> inputs) {
        return List.of();
    }

    @Override
    default Map<String, NdArray<float[]>> numbers() {
        return Map.of();
    }

    @Override
    default Operation with(Map<String, NdArray<float[]>> numbers) {
        return this;
    }
}
