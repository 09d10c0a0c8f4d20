package lichen.model.operation;

import lichen.core.tensor.Activations;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The hyperbolic tangent, from -1 to 1. */
public record Tanh() implements ActivationFunction {
    @Override
    public Backward forward(Forward at) {
        INDArray output = at.output();
        at.run(Activations.tanh(at.input(), output));
        return ActivationFunction.backward(
                output, (gradient, work) -> Activations.tanhGradient(output, gradient, work));
    }

    @Override
    public Description description() {
        return new Description("tanh");
    }
}
