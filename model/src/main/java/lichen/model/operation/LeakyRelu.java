package lichen.model.operation;

import lichen.core.check.Require;
import lichen.core.tensor.Activations;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * x where it is positive, slope x elsewhere.
 *
 * <p>Source: Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models" (2013).
 *
 * @param slope from above 0 to below 1
 */
public record LeakyRelu(double slope) implements ActivationFunction {
    private static final String SLOPE = "slope";

    /** Checks the slope. */
    public LeakyRelu {
        Require.that(slope > 0 && slope < 1, SLOPE, "must be above 0 and below 1, but is " + slope);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray output = at.output();
        at.run(Activations.leakyRelu(at.input(), slope, output));
        return ActivationFunction.backward(
                output, (gradient, work) -> Activations.leakyReluGradient(output, slope, gradient, work));
    }

    @Override
    public Description description() {
        return new Description("leaky-relu").with(SLOPE, slope);
    }

    static LeakyRelu read(Stored stored) {
        return new LeakyRelu(stored.positive(SLOPE, "a slope").orElseThrow(() -> stored.unknown(SLOPE)));
    }

    @Override
    public String words() {
        return "leaky ReLU of slope " + slope;
    }
}
