package lichen.model.program;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.FeatureMaps;
import lichen.model.graph.Node;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What inputs and nodes put out, by name, in the buffers that kernels read and write. */
final class NodeOutputs {
    private final Map<String, INDArray> arrays = new HashMap<>();

    void put(String name, INDArray array) {
        arrays.put(name, array);
    }

    INDArray of(String name) {
        @Nullable INDArray array = arrays.get(name);
        if (array == null) {
            throw new InvalidValueException("outputs", "must be nodes or inputs, but " + name + " is none");
        }
        return array;
    }

    /** Some of them, in this order. */
    FeatureMaps select(List<String> names) {
        Map<String, INDArray> selected = new LinkedHashMap<>();
        names.forEach(name -> selected.put(name, of(name)));
        return new FeatureMaps(selected);
    }

    List<INDArray> before(Node node) {
        return node.inputs().stream().map(this::of).toList();
    }
}
