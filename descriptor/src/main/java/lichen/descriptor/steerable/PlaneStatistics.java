package lichen.descriptor.steerable;

/**
 * Statistics of one plane x with the mean m and the variance v: 10 m, 10 s with s = sqrt(v + e), mean((x - m)³) / s³,
 * mean((x - m)^4) / s^4, and the autocorrelations a(dx,dy) / s² in a neighbourhood; or some of them. e is {@link #RIDGE}.
 */
final class PlaneStatistics {
    /**
     * Added to variances: about what the rounding of an image to 8 bits leaves in a band. Without it, a plane that is
     * constant, such as a colour of a grey photograph, would have no correlations.
     */
    static final double RIDGE = 1e-7;

    /**
     * Means and deviations are multiplied by it: a contrast that is off by 0.1 then counts as much as a correlation that is off
     * by 1. Otherwise a search gets contrast and colour right last, if at all.
     */
    static final double CONTRAST = 10;

    private final boolean mean;
    private final boolean shape;
    private final SubbandAutocorrelation autocorrelation;

    /**
     * Chooses statistics; the deviation is always one.
     *
     * @param mean whether the mean is one
     * @param shape whether skewness and kurtosis are
     * @param autocorrelation the displacements; a neighbourhood of 1 has none
     */
    PlaneStatistics(boolean mean, boolean shape, SubbandAutocorrelation autocorrelation) {
        this.mean = mean;
        this.shape = shape;
        this.autocorrelation = autocorrelation;
    }

    /** How many numbers there are. */
    int length() {
        return (mean ? 1 : 0) + (shape ? 2 : 0) + autocorrelation.length();
    }

    /** The numbers, in the order of the formulas above. */
    double[] of(double meanValue, double[] centred) {
        double[] products = autocorrelation.of(centred);
        double square = products[0] + RIDGE;
        double[] numbers = new double[length()];
        int at = 0;
        if (mean) {
            numbers[at++] = CONTRAST * meanValue;
        }
        numbers[at++] = CONTRAST * Math.sqrt(square);
        if (shape) {
            double cubes = 0;
            double fourths = 0;
            for (double x : centred) {
                cubes += x * x * x;
                fourths += x * x * x * x;
            }
            numbers[at++] = cubes / centred.length / (square * Math.sqrt(square));
            numbers[at++] = fourths / centred.length / (square * square);
        }
        for (int lag = 1; lag < products.length; lag++) {
            numbers[at++] = products[lag] / square;
        }
        return numbers;
    }

    /**
     * Adds the gradient with respect to the centred plane.
     *
     * @return dL/d mean
     */
    double pullBack(double[] numbers, double[] centred, double[] cotangent, double[] gradient) {
        int at = mean ? 1 : 0;
        double deviation = numbers[at] / CONTRAST;
        double square = deviation * deviation;
        double slope = CONTRAST * cotangent[at] / (2 * deviation); // dL/dv
        at++;
        if (shape) {
            slope -= (1.5 * cotangent[at] * numbers[at] + 2 * cotangent[at + 1] * numbers[at + 1]) / square;
            double third = 3 * cotangent[at] / (centred.length * square * deviation);
            double fourth = 4 * cotangent[at + 1] / (centred.length * square * square);
            for (int i = 0; i < centred.length; i++) {
                double x = centred[i];
                gradient[i] += (third + fourth * x) * x * x;
            }
            at += 2;
        }
        double[] products = new double[autocorrelation.length()];
        for (int lag = 1; lag < products.length; lag++, at++) {
            products[lag] = cotangent[at] / square;
            slope -= cotangent[at] * numbers[at] / square;
        }
        products[0] = slope;
        autocorrelation.pullBack(centred, products, gradient);
        return mean ? CONTRAST * cotangent[0] : 0;
    }
}
