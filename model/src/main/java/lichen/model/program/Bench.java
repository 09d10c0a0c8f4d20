package lichen.model.program;

import lichen.core.tensor.TensorScope;
import lichen.model.graph.Node;
import lichen.model.operation.Workplace;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the operation of a node finds on either way: its numbers, and arrays to work in. */
abstract class Bench implements Workplace {
    private final Node node;
    private final Supplies supplies;

    Bench(Node node, Supplies supplies) {
        this.node = node;
        this.supplies = supplies;
    }

    /**
     * What a program in the making takes from.
     *
     * @param numbers the numbers of its nodes
     * @param pool buffers shared in time
     * @param scope the owner of all arrays
     */
    record Supplies(ProgramNumbers numbers, BufferPool pool, TensorScope scope) {}

    @Override
    public final INDArray number(String name) {
        return supplies.numbers.value(node, name, supplies.scope);
    }

    @Override
    public final INDArray take(long... shape) {
        return supplies.pool.take(shape);
    }

    @Override
    public final void give(INDArray array) {
        supplies.pool.give(array);
    }

    @Override
    public final TensorScope scope() {
        return supplies.scope;
    }
}
