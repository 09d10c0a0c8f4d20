package lichen.core.wave;

import lichen.core.check.Require;
import org.jtransforms.fft.DoubleFFT_2D;

/**
 * The Fourier transform of a plane: F[k,l] = sum over y, x of f[y,x] exp(-2 pi i (k y / H + l x / W)). Any extents; immutable.
 */
public final class Waves {
    private final int width;
    private final int height;
    private final double[] complex;

    private Waves(int width, int height, double[] complex) {
        this.width = width;
        this.height = height;
        this.complex = complex;
    }

    /** Transforms a plane, {@code [H][W]} flattened. */
    public static Waves of(int width, int height, double[] values) {
        double[] complex = new double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            complex[2 * i] = values[i];
        }
        new DoubleFFT_2D(height, width).complexForward(complex);
        return new Waves(width, height, complex);
    }

    /** The squares of the absolute values, {@code [H][W]} flattened; the first is that of the mean. */
    public double[] power() {
        double[] power = new double[complex.length / 2];
        for (int i = 0; i < power.length; i++) {
            power[i] = complex[2 * i] * complex[2 * i] + complex[2 * i + 1] * complex[2 * i + 1];
        }
        return power;
    }

    /** The phases in radians, {@code [H][W]} flattened. */
    public double[] phases() {
        double[] phases = new double[complex.length / 2];
        for (int i = 0; i < phases.length; i++) {
            phases[i] = StrictMath.atan2(complex[2 * i + 1], complex[2 * i]);
        }
        return phases;
    }

    /** Each wave turned by its angle in radians, {@code [H][W]} flattened; odd angles keep the plane real. */
    public Waves turned(double[] angles) {
        double[] turned = new double[complex.length];
        for (int i = 0; i < angles.length; i++) {
            double cosine = StrictMath.cos(angles[i]);
            double sine = StrictMath.sin(angles[i]);
            turned[2 * i] = complex[2 * i] * cosine - complex[2 * i + 1] * sine;
            turned[2 * i + 1] = complex[2 * i] * sine + complex[2 * i + 1] * cosine;
        }
        return new Waves(width, height, turned);
    }

    /** Each wave times a number, {@code [H][W]} flattened. */
    public Waves scaled(double[] factors) {
        double[] scaled = new double[complex.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = complex[i] * factors[i / 2];
        }
        return new Waves(width, height, scaled);
    }

    /** These waves times the conjugates of others: the transform of the circular cross-correlation. */
    public Waves timesConjugate(Waves other) {
        Require.that(
                width == other.width && height == other.height,
                "other",
                "must have the extents " + width + " x " + height);
        double[] product = new double[complex.length];
        for (int i = 0; i < product.length; i += 2) {
            product[i] = complex[i] * other.complex[i] + complex[i + 1] * other.complex[i + 1];
            product[i + 1] = complex[i + 1] * other.complex[i] - complex[i] * other.complex[i + 1];
        }
        return new Waves(width, height, product);
    }

    /** The plane with this transform, {@code [H][W]} flattened; what an imaginary part there is, is left out. */
    public double[] values() {
        double[] values = complex.clone();
        new DoubleFFT_2D(height, width).complexInverse(values, true);
        double[] real = new double[values.length / 2];
        for (int i = 0; i < real.length; i++) {
            real[i] = values[2 * i];
        }
        return real;
    }
}
