package lichen.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.check.InvalidValueException;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a descriptor computes: an array of statistics for each layer. It is also its own cotangent.
 *
 * @param layers the statistics by layer name, in the network's order; float32, contiguous
 */
public record Signature(Map<String, INDArray> layers) {
    /** Keeps the order of the layers. */
    public Signature {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /** The statistics of one layer. */
    public INDArray layer(String name) {
        INDArray layer = layers.get(name);
        if (layer == null) {
            throw new InvalidValueException("layer", "must be one of " + layers.keySet() + ", but is " + name);
        }
        return layer;
    }

    /** How many numbers it holds. */
    public long length() {
        return layers.values().stream().mapToLong(INDArray::length).sum();
    }

    /** A fresh copy, owned by the scope. */
    public Signature copy(TensorScope scope) {
        Map<String, INDArray> copies = new LinkedHashMap<>();
        layers.forEach((name, statistics) -> copies.put(name, scope.copyOf(statistics)));
        return new Signature(copies);
    }
}
