package lichen.synthesis.parameterization;

import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Pixels that cannot leave a range, for optimisers without bounds of their own.
 *
 * <p>x = lower + (upper - lower) sigmoid(p), p and x {@code [H][W][3]}; values in (lower, upper). Pullback: dL/dp =
 * (x - lower) (upper - x) / (upper - lower) dL/dx.
 *
 * <p>The map can be inverted. Values within 0.002 of the range from its ends, half a step of 8 bits, or beyond them, are
 * moved there first: nothing finite stands for the ends.
 *
 * @param lower the least value
 * @param upper the greatest value
 */
@Summary("pixels that cannot leave a range")
public record Bounded(
        @Default("0") @Summary("the least value") double lower,
        @Default("1") @Summary("the greatest value") double upper)
        implements Parameterization {
    private static final double MARGIN = 0.002;

    /** Checks that the range is not empty. */
    public Bounded {
        Require.that(
                Double.isFinite(lower) && Double.isFinite(upper) && lower < upper,
                "lower",
                "must be less than the upper bound, but the bounds are " + lower + " and " + upper);
    }

    @Override
    public Coordinates open(Size size, CoordinateContext context) {
        return Coordinates.of(size, map(size), this::parameters);
    }

    private Differentiable<double[], double[]> map(Size size) {
        double range = upper - lower;
        double[] pixels = new double[size.width() * size.height() * Image.CHANNELS];
        double[] gradient = new double[pixels.length];
        return parameters -> {
            Require.that(
                    parameters.length == pixels.length,
                    "parameters",
                    "must be " + pixels.length + " numbers, but are " + parameters.length);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = lower + range / (1 + StrictMath.exp(-parameters[i]));
            }
            return new Evaluation<>(pixels, slopes -> {
                for (int i = 0; i < pixels.length; i++) {
                    gradient[i] = slopes[i] * (pixels[i] - lower) * (upper - pixels[i]) / range;
                }
                return gradient;
            });
        };
    }

    private double[] parameters(Image image) {
        float[] rgb = image.toArray();
        double[] parameters = new double[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            double part = Math.max(MARGIN, Math.min(1 - MARGIN, (rgb[i] - lower) / (upper - lower)));
            parameters[i] = StrictMath.log(part / (1 - part));
        }
        return parameters;
    }
}
