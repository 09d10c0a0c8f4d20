package lichen.synthesis.parameterization;

import lichen.core.check.Require;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Waves in decorrelated colours: an optimiser that moves all parameters alike then changes an image as photographs differ,
 * coarse structure more than fine and brightness more than hue, in place of single pixels.
 *
 * <p>x = sigmoid(M H(s p) / sqrt 8), where p is {@code [3][H][W]}: a spectrum for each of three decorrelated colours. s(k) =
 * max(f(k), 1 / max(W, H))^-decay, with f the frequency of wave k in cycles per pixel. H is the orthonormal Hartley
 * transform, M the root of the covariance of colours in photographs. Values in (0,1).
 *
 * <p>Pullback: dL/dp = s H(Mᵀ (x (1 - x) dL/dx)) / sqrt 8; H is its own transpose. Cost: three fast transforms each way.
 *
 * <p>The map can be inverted. Colours below 0.002 and above 0.998, half a step of 8 bits from the ends, are moved there
 * first.
 *
 * <p>Source: Mordvintsev et al., "Differentiable Image Parameterizations" (2018); Olah et al., "Feature Visualization"
 * (2017), on preconditioning; numbers as in the authors' library Lucid.
 *
 * @param decay how fast waves get weaker with frequency: 1 as in photographs, 0 for all alike
 */
@Summary("waves in decorrelated colours: moves coarse structure and fine structure alike")
public record Fourier(
        @Default("1") @Summary("how fast waves get weaker with frequency: 1 as in photographs")
        double decay) implements Parameterization {
    /** Checks the range. */
    public Fourier {
        Require.within(0, 3, "decay", decay);
    }

    @Override
    public Coordinates open(Size size, CoordinateContext context) {
        return coordinates(size);
    }

    /** As {@link #open}: nothing of the context is used. */
    public Coordinates coordinates(Size size) {
        FourierMap map = new FourierMap(size, decay);
        return Coordinates.of(size, map, map::inverse);
    }
}
