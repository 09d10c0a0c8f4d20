package lichen.model.operation;

import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.tensor.PixelNormalization;

/**
 * The channels of each pixel with mean square 1; {@link PixelNormalization} has the formula. A learned scale and shift is a {@link ScaleShift}
 * after it, one that depends on a condition a {@link Modulate}.
 *
 * @param epsilon what is added to a mean square
 */
public record PixelNormalize(double epsilon) implements Pointwise, Weightless {
    private static final String EPSILON = "epsilon";

    /** Checks epsilon. */
    public PixelNormalize {
        Require.positive(EPSILON, epsilon);
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.NORMALIZATION;
    }

    @Override
    public Backward forward(Forward at) {
        PixelNormalization kernels = new PixelNormalization(at.input(), epsilon);
        at.run(kernels.forward(at.output()));
        return back -> {
            back.run(kernels.backward(back.gradient()));
            back.pass();
        };
    }

    @Override
    public Description description() {
        return new Description("pixel-normalization").with(EPSILON, epsilon);
    }

    static PixelNormalize read(Stored stored) {
        return new PixelNormalize(stored.positive(EPSILON, "an epsilon").orElseThrow(() -> stored.unknown(EPSILON)));
    }

    @Override
    public String words() {
        return "pixel normalisation";
    }
}
