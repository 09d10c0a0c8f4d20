package lichen.model.operation;

import java.util.function.BiFunction;
import lichen.core.feature.Layer;
import lichen.core.tensor.Kernel;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A function of each number by itself. */
public sealed interface ActivationFunction extends Pointwise, Weightless permits Relu, LeakyRelu, Tanh, Sigmoid {
    @Override
    default Layer.Kind kind() {
        return Layer.Kind.ACTIVATION;
    }

    /**
     * The way back of a function whose gradient needs only what it gave.
     *
     * @param kernel turns the gradient into that of the input, in an array of the same shape to work in
     */
    static Backward backward(INDArray output, BiFunction<INDArray, INDArray, Kernel> kernel) {
        return at -> {
            INDArray work = at.take(output.shape());
            at.run(kernel.apply(at.gradient(), work));
            at.give(work);
            at.pass();
        };
    }
}
