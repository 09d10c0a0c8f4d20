package lichen.descriptor.steerable;

import java.util.Random;
import lichen.core.wave.SpectrumGrid;

/** Planes for tests, and sums over them. */
final class Planes {
    private Planes() {}

    /** Numbers uniform in [-1,1]. */
    static double[] random(int count, long seed) {
        return new Random(seed).doubles(count, -1, 1).toArray();
    }

    /** A wave with so many periods across and down, {@code amplitude cos(...)}. */
    static double[] wave(SpectrumGrid grid, int across, int down, double amplitude) {
        double[] wave = new double[grid.pixels()];
        for (int i = 0; i < wave.length; i++) {
            double x = (double) (i % grid.width()) / grid.width();
            double y = (double) (i / grid.width()) / grid.height();
            wave[i] = amplitude * Math.cos(2 * Math.PI * (across * x + down * y));
        }
        return wave;
    }

    /** The mean square of real numbers. */
    static double power(double[] plane) {
        return product(plane, plane) / plane.length;
    }

    /** The mean squared magnitude of complex numbers. */
    static double complexPower(double[] complex) {
        return 2 * power(complex);
    }

    /** The inner product; of complex numbers, its real part. */
    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Multiplies in place. */
    static double[] times(double[] plane, double factor) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] *= factor;
        }
        return plane;
    }
}
