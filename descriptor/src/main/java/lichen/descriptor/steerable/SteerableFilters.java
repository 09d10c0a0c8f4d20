package lichen.descriptor.steerable;

import java.util.List;
import java.util.stream.IntStream;
import lichen.core.wave.SpectrumGrid;

/**
 * The steerable pyramid's filters of one scale in the Fourier domain, all real.
 *
 * <p>With r the angular frequency on the grid of the scale and θ its direction: L(r) is 1 up to π/2, cos((π/2) log2(2r/π)) up to
 * π, and 0 beyond; H(r)² = 1 - L(r)². The lowpass is L(r); the band of orientation k of K is L(r) H(2r) A_k(θ) with
 * A_k(θ) = 2 a cos(θ - πk/K)^(K-1) where the cosine is positive, 0 where it is not, and a² sum over k of
 * cos(θ - πk/K)^(2K-2) = 1. Bands are complex: their real part is what the filter gives that is a |cos|^(K-1) all around.
 *
 * <p>Source: Portilla and Simoncelli, "A Parametric Texture Model Based on Joint Statistics of Complex Wavelet Coefficients"
 * (2000), section 1.1; that real parts are even for every K is ours.
 */
final class SteerableFilters {
    private static final double LOG_OF_2 = StrictMath.log(2);

    private final SpectrumGrid grid;
    private final double[] low;

    SteerableFilters(SpectrumGrid grid) {
        this.grid = grid;
        low = new double[grid.pixels()];
        for (int i = 0; i < low.length; i++) {
            low[i] = low(radius(i));
        }
    }

    /** L(r). */
    Filter lowpass() {
        return new Filter(grid, low);
    }

    /** H(r): what the lowpass leaves. */
    Filter highpass() {
        double[] gains = new double[low.length];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = Math.sqrt(1 - low[i] * low[i]);
        }
        return new Filter(grid, gains);
    }

    /** L(r) H(2r) A_k(θ) for each k. */
    List<Filter> bands(int orientations) {
        double[] radial = new double[low.length];
        double gain = gain(orientations);
        for (int i = 0; i < radial.length; i++) {
            double r = radius(i);
            if (r > Math.PI / 4 && r < Math.PI) {
                double next = low(2 * r);
                radial[i] = gain * low[i] * Math.sqrt(1 - next * next) / power(r, orientations - 1);
            }
        }
        return IntStream.range(0, orientations)
                .parallel()
                .mapToObj(k -> band(radial, k, orientations))
                .toList();
    }

    private Filter band(double[] radial, int orientation, int orientations) {
        double angle = Math.PI * orientation / orientations;
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        double[] gains = new double[radial.length];
        for (int i = 0; i < gains.length; i++) {
            double along = cosine * horizontal(i) + sine * vertical(i);
            gains[i] = along <= 0 ? 0 : radial[i] * power(along, orientations - 1);
        }
        return new Filter(grid, gains);
    }

    /** 2 a. */
    private static double gain(int orientations) {
        double sum = 0;
        for (int k = 0; k < orientations; k++) {
            sum += power(StrictMath.cos(Math.PI * k / orientations), 2 * orientations - 2);
        }
        return 2 / Math.sqrt(sum);
    }

    private static double low(double r) {
        if (r <= Math.PI / 2) {
            return 1;
        }
        return r >= Math.PI ? 0 : StrictMath.cos(Math.PI / 2 * StrictMath.log(2 * r / Math.PI) / LOG_OF_2);
    }

    private double radius(int index) {
        double x = horizontal(index);
        double y = vertical(index);
        return Math.sqrt(x * x + y * y);
    }

    private double horizontal(int index) {
        return 2 * Math.PI * SpectrumGrid.frequency(index % grid.width(), grid.width()) / grid.width();
    }

    private double vertical(int index) {
        return 2 * Math.PI * SpectrumGrid.frequency(index / grid.width(), grid.height()) / grid.height();
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
