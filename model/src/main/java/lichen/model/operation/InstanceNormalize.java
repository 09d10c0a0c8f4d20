package lichen.model.operation;

import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.tensor.InstanceNormalization;

/**
 * Each channel of each image with mean 0 and variance 1 over its own pixels; {@link InstanceNormalization} has the formula. A
 * learned scale and shift is a {@link ScaleShift} after it, one that depends on a condition a {@link Modulate}.
 *
 * @param epsilon what is added to a variance
 */
public record InstanceNormalize(double epsilon) implements Pointwise, Weightless {
    private static final String EPSILON = "epsilon";

    /** Checks epsilon. */
    public InstanceNormalize {
        Require.positive(EPSILON, epsilon);
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.INSTANCE_NORMALIZATION;
    }

    @Override
    public Backward forward(Forward at) {
        InstanceNormalization kernels = new InstanceNormalization(at.input(), epsilon);
        at.run(kernels.forward(at.output()));
        return back -> {
            back.run(kernels.backward(back.gradient()));
            back.pass();
        };
    }

    @Override
    public Description description() {
        return new Description("instance-normalization").with(EPSILON, epsilon);
    }

    static InstanceNormalize read(Stored stored) {
        return new InstanceNormalize(stored.positive(EPSILON, "an epsilon").orElseThrow(() -> stored.unknown(EPSILON)));
    }

    @Override
    public String words() {
        return "instance normalisation";
    }
}
