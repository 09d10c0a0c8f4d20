package lichen.model.operation;

import lichen.core.tensor.Activations;
import org.nd4j.linalg.api.ndarray.INDArray;

/** 1 / (1 + exp(-x)), from 0 to 1. */
public record Sigmoid() implements ActivationFunction {
    @Override
    public Backward forward(Forward at) {
        INDArray output = at.output();
        at.run(Activations.sigmoid(at.input(), output));
        return ActivationFunction.backward(
                output, (gradient, work) -> Activations.sigmoidGradient(output, gradient, work));
    }

    @Override
    public Description description() {
        return new Description("sigmoid");
    }
}
