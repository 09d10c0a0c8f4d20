package lichen.model.operation;

import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.tensor.BatchNormalization;
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
        InstanceNormalization kernels = new InstanceNormalization(at.input(), epsilon, at.scope());
        BatchNormalization.Scratch scratch = scratch(at, at.output().shape());
        at.run(kernels.forward(at.output(), scratch));
        BatchNormalize.giveBack(at, scratch);
        return back -> {
            BatchNormalization.Scratch other = scratch(back, back.gradient().shape());
            back.run(kernels.backward(back.gradient(), other));
            BatchNormalize.giveBack(back, other);
            back.pass();
        };
    }

    /** Of the shape of one image. */
    private static BatchNormalization.Scratch scratch(Workplace at, long[] batch) {
        return BatchNormalize.scratch(at, 1, batch[1], batch[2], batch[3]);
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
