package lichen.model.operation;

import lichen.core.check.Require;
import lichen.core.tensor.Elementwise;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * min(max(x, 0), maximum).
 *
 * @param maximum above 0; infinity for none
 */
public record Relu(float maximum) implements ActivationFunction {
    private static final String MAXIMUM = "maximum";

    /** Checks that there is something between 0 and the maximum. */
    public Relu {
        Require.that(maximum > 0, MAXIMUM, "must be above 0, but is " + maximum);
    }

    /** max(x, 0). */
    public Relu() {
        this(Float.POSITIVE_INFINITY);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray input = at.input();
        INDArray output = at.output();
        at.run(() -> output.assign(input));
        at.run(isOpen() ? Elementwise.relu(output) : Elementwise.clamp(output, 0, maximum));
        return back -> carry(output, back);
    }

    private void carry(INDArray output, Gradients at) {
        INDArray mask = at.take(output.shape());
        at.run(Elementwise.reluGradient(output, at.gradient(), mask));
        if (!isOpen()) {
            at.run(Elementwise.maximumGradient(output, maximum, at.gradient(), mask));
        }
        at.give(mask);
        at.pass();
    }

    private boolean isOpen() {
        return Float.isInfinite(maximum);
    }

    @Override
    public Description description() {
        Description description = new Description("relu");
        return isOpen() ? description : description.with(MAXIMUM, maximum);
    }

    static Relu read(Stored stored) {
        return stored.positive(MAXIMUM, "a maximum")
                .map(maximum -> new Relu(maximum.floatValue()))
                .orElseGet(Relu::new);
    }

    @Override
    public String words() {
        return isOpen() ? "ReLU" : "ReLU up to " + maximum;
    }
}
