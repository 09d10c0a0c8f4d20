package lichen.model.operation;

import lichen.core.tensor.Activations;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The hyperbolic tangent, from -1 to 1. */
public record Tanh() implements ActivationFunction {
    @Override
    public Backward forward(Forward at) {
        INDArray output = at.output();
        at.run(Activations.tanh(at.input(), output));
        return back -> {
            INDArray work = back.take(output.shape());
            back.run(Activations.tanhGradient(output, back.gradient(), work));
            back.give(work);
            back.pass();
        };
    }

    @Override
    public Description description() {
        return new Description(words());
    }

    @Override
    public String words() {
        return "tanh";
    }
}
