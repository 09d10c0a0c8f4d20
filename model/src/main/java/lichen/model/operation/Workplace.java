package lichen.model.operation;

import lichen.core.tensor.Kernel;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where an operation adds its kernels: the compiler, as an operation sees it. */
public interface Workplace {
    /** Adds a kernel after those that are there. */
    void run(Kernel kernel);

    /** One of the operation's numbers, in its shape, as they are whenever a kernel runs. */
    INDArray number(String name);

    /** An array to work in, contents undefined, until it is given back; others then work in it, between these kernels. */
    INDArray take(long... shape);

    /** Gives an array back that was taken, after the last kernel that needs it was added. */
    void give(INDArray array);

    /** The owner of arrays that stay. */
    TensorScope scope();
}
