package lichen.model.keras;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lichen.core.npy.NdArray;
import lichen.model.foreign.UnreadableException;

/** The weights of one layer, by the names that Keras gives them: kernel, bias, gamma, ... */
final class KerasWeights {
    private static final long MOST_VALUES = 1L << 28;

    private final String layer;
    private final Map<String, Dataset> arrays;

    KerasWeights(String layer, Map<String, Dataset> arrays) {
        this.layer = layer;
        this.arrays = new TreeMap<>(arrays);
    }

    /** How many filters a convolution has: the last extent of its kernel. */
    int outputs() throws UnreadableException {
        int[] shape = shape("kernel");
        return shape.length == 0 ? 0 : shape[shape.length - 1];
    }

    /** The shape of an array. */
    int[] shape(String name) throws UnreadableException {
        return KerasFile.guarded(layer + " " + name, find(name)::getDimensions);
    }

    /** Whether there is an array of this name. */
    boolean has(String name) {
        return arrays.containsKey(name);
    }

    /**
     * Reads an array. Its shape is checked before anything is read, so that no file can ask for absurd memory.
     *
     * @param name its name
     * @param expected its shape
     */
    NdArray<float[]> read(String name, int... expected) throws UnreadableException {
        int[] found = shape(name);
        if (!Arrays.equals(found, expected)) {
            throw new UnreadableException("layer " + layer + ": expected " + name + " " + Arrays.toString(expected)
                    + ", found " + Arrays.toString(found));
        }
        long count = Arrays.stream(expected).asLongStream().reduce(1, (a, b) -> Math.min(a * b, MOST_VALUES + 1));
        if (count > MOST_VALUES) {
            throw new UnreadableException("layer " + layer + ": " + name + " " + Arrays.toString(expected)
                    + " is too large: at most " + MOST_VALUES + " numbers can be read");
        }
        Object values = KerasFile.guarded(layer + " " + name, find(name)::getDataFlat);
        if (values instanceof float[] floats && floats.length == count) {
            return NdArray.of(floats, expected);
        }
        if (values instanceof double[] doubles && doubles.length == count) {
            return NdArray.of(NdArray.of(doubles, expected).floats(), expected);
        }
        throw new UnreadableException("layer " + layer + ": expected " + count + " floating-point numbers as " + name
                + ", found " + values.getClass().getSimpleName());
    }

    private Dataset find(String name) throws UnreadableException {
        return Optional.ofNullable(arrays.get(name))
                .orElseThrow(() -> new UnreadableException("layer " + layer + ": expected weights " + name + ", found "
                        + arrays.keySet() + "; save the network again"));
    }
}
