package lichen.descriptor.steerable;

/**
 * The steerable pyramid's filters in the Fourier domain, all real.
 *
 * <p>With r the angular frequency and θ its direction: L(r) is 1 up to π/2, cos((π/2) log2(2r/π)) up to π, and 0 beyond;
 * H(r)² = 1 - L(r)². The lowpass of scale s is L(2^s r), on a grid that is 2^s times smaller; the band of scale s and
 * orientation k is L(2^s r) H(2^(s+1) r) A_k(θ) with A_k(θ) = 2 a cos(θ - πk/K)^(K-1) where the cosine is positive, 0 where
 * it is not, and a² sum over k of cos(θ - πk/K)^(2K-2) = 1. Bands are complex: their real part is what the filter gives that
 * is a |cos|^(K-1) on the whole plane.
 *
 * <p>Source: Portilla and Simoncelli, "A Parametric Texture Model Based on Joint Statistics of Complex Wavelet Coefficients"
 * (2000), section 1.1; the even phase for every K is ours.
 */
final class Filters {
    private static final double LOG_OF_2 = StrictMath.log(2);

    private final int orientations;
    private final double gain;

    Filters(int orientations) {
        this.orientations = orientations;
        double sum = 0;
        for (int k = 0; k < orientations; k++) {
            sum += power(StrictMath.cos(Math.PI * k / orientations), 2 * orientations - 2);
        }
        gain = 2 / Math.sqrt(sum);
    }

    /** H(r): what lies above the finest lowpass. */
    Filter highpass(Grid grid) {
        return of(grid, (x, y) -> high(radius(x, y)));
    }

    /** L(r). */
    Filter lowpass(Grid grid) {
        return of(grid, (x, y) -> low(radius(x, y)));
    }

    /** L(r) H(2r) A_k(θ). */
    Filter band(Grid grid, int orientation) {
        double angle = Math.PI * orientation / orientations;
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        return of(grid, (x, y) -> {
            double r = radius(x, y);
            double along = x * cosine + y * sine;
            return along <= 0 || r >= Math.PI ? 0 : gain * power(along / r, orientations - 1) * low(r) * high(2 * r);
        });
    }

    /** A function of the angular frequencies along the axes. */
    @FunctionalInterface
    private interface Response {
        double at(double x, double y);
    }

    private static Filter of(Grid grid, Response response) {
        double[] gains = new double[grid.pixels()];
        for (int row = 0; row < grid.height(); row++) {
            double y = 2 * Math.PI * Grid.frequency(row, grid.height()) / grid.height();
            for (int column = 0; column < grid.width(); column++) {
                double x = 2 * Math.PI * Grid.frequency(column, grid.width()) / grid.width();
                gains[row * grid.width() + column] = response.at(x, y);
            }
        }
        return new Filter(grid, gains);
    }

    private static double radius(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    private static double low(double r) {
        if (r <= Math.PI / 2) {
            return 1;
        }
        return r >= Math.PI ? 0 : StrictMath.cos(Math.PI / 2 * octave(r));
    }

    private static double high(double r) {
        if (r <= Math.PI / 2) {
            return 0;
        }
        return r >= Math.PI ? 1 : StrictMath.sin(Math.PI / 2 * octave(r));
    }

    /** How far r is from π/2 to π, on a logarithmic scale. */
    private static double octave(double r) {
        return StrictMath.log(2 * r / Math.PI) / LOG_OF_2;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
