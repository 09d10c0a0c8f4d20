package lichen.model.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lichen.core.npy.NdArray;

/** An operation whose numbers are a kernel and what is added to each channel of the output. */
public sealed interface Weighted extends Operation permits Convolve, ConvolveDepthwise, Dense {
    /** The name of the kernel. */
    String WEIGHTS = "weights";

    /** The name of what is added. */
    String BIAS = "bias";

    /** The kernel. */
    NdArray<float[]> weights();

    /** A number for each channel of the output. */
    NdArray<float[]> bias();

    /** The same with other numbers. */
    Weighted with(NdArray<float[]> otherWeights, NdArray<float[]> otherBias);

    @Override
    default Map<String, NdArray<float[]>> numbers() {
        Map<String, NdArray<float[]>> numbers = new LinkedHashMap<>();
        numbers.put(WEIGHTS, weights());
        numbers.put(BIAS, bias());
        return numbers;
    }

    @Override
    default Weighted with(Map<String, NdArray<float[]>> numbers) {
        return with(Objects.requireNonNull(numbers.get(WEIGHTS)), Objects.requireNonNull(numbers.get(BIAS)));
    }
}
