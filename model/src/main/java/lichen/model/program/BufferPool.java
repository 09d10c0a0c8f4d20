package lichen.model.program;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.tensor.TensorScope;
import lichen.core.tensor.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Buffers shared in time: one that is no longer needed serves a later request of its length or less. Used while compiling
 * only.
 */
final class BufferPool {
    private final TensorScope scope;
    private final List<INDArray> free = new ArrayList<>();
    private final Map<INDArray, INDArray> memory = new IdentityHashMap<>();

    BufferPool(TensorScope scope) {
        this.scope = scope;
    }

    INDArray take(long... shape) {
        long length = 1;
        for (long extent : shape) {
            length *= extent;
        }
        INDArray vector = vector(length);
        INDArray buffer = Views.of(vector, 0, shape);
        memory.put(buffer, vector);
        return buffer;
    }

    void give(INDArray buffer) {
        free.add(Objects.requireNonNull(memory.remove(buffer)));
    }

    /** The shortest that is free and long enough; of equal ones, the one given last. */
    private INDArray vector(long length) {
        int best = -1;
        for (int i = 0; i < free.size(); i++) {
            long candidate = free.get(i).length();
            if (candidate >= length && (best < 0 || candidate <= free.get(best).length())) {
                best = i;
            }
        }
        return best < 0 ? scope.array(length) : free.remove(best);
    }
}
