package lichen.descriptor.steerable;

import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.wave.SpectrumGrid;

/**
 * Portilla's and Simoncelli's statistics of planes of the same size, such as the colours of an image.
 *
 * <p>Of the planes themselves: mean, deviation, skewness, kurtosis, and correlations of each pair; the deviation of each
 * highpass. Of each scale from fine to coarse: deviation, skewness, kurtosis and autocorrelations of the lowpasses, and
 * correlations of each pair; then, but for the coarsest lowpass, what {@link ScaleStatistics} measures of the bands. Means and
 * deviations are multiplied by 10.
 *
 * <p>Pullback: exact; planes come in as {@code [C][H W]}, and gradients go out in the same form. Cost: one Fourier transform
 * for each band, and one more for each that is compared with a finer one; the way back costs as much.
 *
 * @param scales the number of scales
 * @param orientations the number of orientations
 * @param neighbourhood the width of the square of displacements of an autocorrelation, odd
 */
public record PyramidStatistics(int scales, int orientations, int neighbourhood) {
    /** Checks the numbers. */
    public PyramidStatistics {
        Require.that(scales >= 1 && scales <= 12, "scales", "must be from 1 to 12, but is " + scales);
        Require.that(
                orientations >= 2 && orientations <= 16,
                "orientations",
                "must be from 2 to 16, but is " + orientations);
        Require.that(
                neighbourhood >= 1 && neighbourhood % 2 == 1, "neighbourhood", "must be odd, but is " + neighbourhood);
    }

    /** What both sides of a plane must be divisible by. */
    public int divisor() {
        return 1 << scales;
    }

    /**
     * Computes the statistics; how many depends on the number of planes alone.
     *
     * @param planes {@code [C][H W]}; only read
     * @param grid H and W, both divisible by {@link #divisor}
     */
    public Evaluation<double[][], double[]> at(double[][] planes, SpectrumGrid grid) {
        Require.that(
                grid.height() % divisor() == 0 && grid.width() % divisor() == 0,
                "scales",
                "need sides divisible by " + divisor() + ", but they are " + grid.width() + " x " + grid.height());
        PyramidEvaluation evaluation = new PyramidEvaluation(this, grid, planes);
        return new Evaluation<>(evaluation.value(), evaluation::pullBack);
    }
}
