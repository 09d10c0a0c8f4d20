package lichen.model.program;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Buffers shared in time: one that is no longer needed serves the next request of its shape. Used while compiling only. */
final class BufferPool {
    private final TensorScope scope;
    private final Map<List<Long>, Deque<INDArray>> free = new HashMap<>();

    BufferPool(TensorScope scope) {
        this.scope = scope;
    }

    INDArray take(long[] shape) {
        Deque<INDArray> fitting = free.getOrDefault(key(shape), new ArrayDeque<>());
        return fitting.isEmpty() ? scope.array(shape) : fitting.pop();
    }

    void give(INDArray buffer) {
        free.computeIfAbsent(key(buffer.shape()), shape -> new ArrayDeque<>()).push(buffer);
    }

    private static List<Long> key(long[] shape) {
        return Arrays.stream(shape).boxed().collect(Collectors.toList());
    }
}
