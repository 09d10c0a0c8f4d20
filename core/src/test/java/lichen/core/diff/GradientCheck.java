package lichen.core.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

/**
 * Checks a gradient against central differences: the oracle of every contract kit. The function is evaluated in float32, so
 * the step is wide and the comparison is along directions, where many pixels average out the rounding.
 */
public final class GradientCheck {
    private static final int DIRECTIONS = 4;

    private GradientCheck() {}

    /** A scalar function of many numbers. */
    @FunctionalInterface
    public interface Value {
        double at(float[] x);
    }

    /** Its gradient. */
    @FunctionalInterface
    public interface Gradient {
        float[] at(float[] x);
    }

    /**
     * Asserts that a gradient agrees with central differences, along the gradient itself and along random directions.
     *
     * @param step the largest change of a number; small enough for the function to be nearly quadratic, large enough for the
     *     change of the value to stand out of float32 rounding (about 1e-7 of the value)
     * @param tolerance the largest deviation, relative to the product of the lengths of gradient and direction
     */
    public static void assertGradient(Value value, Gradient gradient, float[] x, double step, double tolerance) {
        float[] g = gradient.at(x);
        assertThat(g).as("gradient").hasSameSizeAs(x);
        Random random = new Random(17);
        for (int i = 0; i <= DIRECTIONS; i++) {
            double[] direction = i == 0 ? towards(g) : random(x.length, random);
            double analytic = 0;
            for (int k = 0; k < x.length; k++) {
                analytic += g[k] * direction[k];
            }
            double numeric = (value.at(moved(x, direction, step)) - value.at(moved(x, direction, -step))) / (2 * step);
            double allowed = tolerance * Math.max(norm(g) * norm(direction) / (i == 0 ? 1 : 4), 1e-12);
            assertThat(analytic)
                    .as("slope along direction %d: analytic, against the central difference %s", i, numeric)
                    .isCloseTo(numeric, within(allowed));
        }
    }

    private static float[] moved(float[] x, double[] direction, double step) {
        float[] moved = new float[x.length];
        for (int k = 0; k < x.length; k++) {
            moved[k] = (float) (x[k] + step * direction[k]);
        }
        return moved;
    }

    /** Along the gradient, its largest component 1. */
    private static double[] towards(float[] g) {
        double largest = 1e-30;
        for (float v : g) {
            largest = Math.max(largest, Math.abs(v));
        }
        double[] direction = new double[g.length];
        for (int k = 0; k < g.length; k++) {
            direction[k] = g[k] / largest;
        }
        return direction;
    }

    private static double[] random(int length, Random random) {
        return random.doubles(length, -1, 1).toArray();
    }

    private static double norm(float[] v) {
        double sum = 0;
        for (float x : v) {
            sum += (double) x * x;
        }
        return Math.sqrt(sum);
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
