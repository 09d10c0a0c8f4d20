package lichen.descriptor.steerable;

import java.util.Arrays;

/** Planes of complex numbers: real and imaginary part in turns. */
final class Complex {
    /** Added to squared magnitudes, so that the magnitude has a gradient where it is 0. */
    private static final double FLOOR = 1e-16;

    private Complex() {}

    /** Real numbers as complex ones. */
    static double[] of(double[] plane) {
        double[] complex = new double[2 * plane.length];
        for (int i = 0; i < plane.length; i++) {
            complex[2 * i] = plane[i];
        }
        return complex;
    }

    /** The real parts. */
    static double[] real(double[] complex) {
        double[] plane = new double[complex.length / 2];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = complex[2 * i];
        }
        return plane;
    }

    /** The magnitudes. */
    static double[] magnitude(double[] complex) {
        double[] magnitude = new double[complex.length / 2];
        for (int i = 0; i < magnitude.length; i++) {
            double a = complex[2 * i];
            double b = complex[2 * i + 1];
            magnitude[i] = Math.sqrt(a * a + b * b + FLOOR);
        }
        return magnitude;
    }

    /** Adds the gradient of {@link #magnitude}. */
    static void pullBackMagnitude(double[] complex, double[] cotangent, double[] gradient) {
        for (int i = 0; i < cotangent.length; i++) {
            double a = complex[2 * i];
            double b = complex[2 * i + 1];
            double factor = cotangent[i] / Math.sqrt(a * a + b * b + FLOOR);
            gradient[2 * i] += factor * a;
            gradient[2 * i + 1] += factor * b;
        }
    }

    /** Adds the gradient of {@link #real}. */
    static void pullBackReal(double[] cotangent, double[] gradient) {
        for (int i = 0; i < cotangent.length; i++) {
            gradient[2 * i] += cotangent[i];
        }
    }

    /**
     * Numbers of the same magnitude with twice the phase, z² / |z|: a wave of twice the frequency.
     *
     * @return the real parts, and the imaginary parts
     */
    static double[][] doubled(double[] complex) {
        double[][] doubled = new double[2][complex.length / 2];
        for (int i = 0; i < doubled[0].length; i++) {
            double a = complex[2 * i];
            double b = complex[2 * i + 1];
            double magnitude = Math.sqrt(a * a + b * b + FLOOR);
            doubled[0][i] = (a * a - b * b) / magnitude;
            doubled[1][i] = 2 * a * b / magnitude;
        }
        return doubled;
    }

    /** Adds the gradient of {@link #doubled}. */
    static void pullBackDoubled(
            double[] complex, double[] realCotangent, double[] imaginaryCotangent, double[] gradient) {
        for (int i = 0; i < realCotangent.length; i++) {
            double a = complex[2 * i];
            double b = complex[2 * i + 1];
            double square = a * a + b * b + FLOOR;
            double magnitude = Math.sqrt(square);
            double u = realCotangent[i] / magnitude;
            double v = imaginaryCotangent[i] / magnitude;
            double along = (u * (a * a - b * b) + v * 2 * a * b) / square;
            gradient[2 * i] += 2 * (u * a + v * b) - along * a;
            gradient[2 * i + 1] += 2 * (v * a - u * b) - along * b;
        }
    }

    /** The magnitudes of several planes, each without its mean. */
    static double[][] centredMagnitudes(double[][] planes) {
        return Arrays.stream(planes)
                .parallel()
                .map(plane -> {
                    double[] magnitude = magnitude(plane);
                    Sums.centre(magnitude);
                    return magnitude;
                })
                .toArray(double[][]::new);
    }

    /** Planes of zeros, as many and as long as these. */
    static double[][] zeros(double[][] planes) {
        return Arrays.stream(planes).map(plane -> new double[plane.length]).toArray(double[][]::new);
    }
}
