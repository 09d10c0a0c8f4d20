package lichen.descriptor.steerable;

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
}
