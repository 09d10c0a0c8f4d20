package lichen.app.quality.measure;

import org.hipparchus.special.Gamma;

/**
 * The density b / (2 a Gamma(1/b)) exp(-(|x| / a)^b): Gaussian for b = 2, Laplacian for b = 1.
 *
 * @param scale a
 * @param shape b
 */
record GeneralizedGaussian(double scale, double shape) {
    private static final double LEAST_SHAPE = 0.25;
    private static final double GREATEST_SHAPE = 4;
    private static final int HALVINGS = 40;

    /** About what rounding to 8 bits leaves in a band where there is nothing. */
    private static final double LEAST_SCALE = 1e-3;

    /**
     * Fits the mean of |x| and of x², as Mallat does: E|x|² / E x² = Gamma(2/b)² / (Gamma(1/b) Gamma(3/b)). The shape is kept
     * within [0.25, 4], the scale from 0.001 up.
     */
    static GeneralizedGaussian of(double[] numbers) {
        double sizes = 0;
        double squares = 0;
        for (double number : numbers) {
            sizes += Math.abs(number) / numbers.length;
            squares += number * number / numbers.length;
        }
        double shape = squares > 0 ? shape(sizes * sizes / squares) : 2;
        double scale = sizes * Math.exp(Gamma.logGamma(1 / shape) - Gamma.logGamma(2 / shape));
        return new GeneralizedGaussian(Math.max(LEAST_SCALE, scale), shape);
    }

    /**
     * The Kullback-Leibler divergence of another density from this one, in nats.
     *
     * <p>Source: Do and Vetterli 2002, equation 22.
     */
    double divergence(GeneralizedGaussian other) {
        double logarithms = Math.log(shape * other.scale / (other.shape * scale))
                + Gamma.logGamma(1 / other.shape)
                - Gamma.logGamma(1 / shape);
        double power = Math.exp(other.shape * Math.log(scale / other.scale)
                + Gamma.logGamma((other.shape + 1) / shape)
                - Gamma.logGamma(1 / shape));
        return Math.max(0, logarithms + power - 1 / shape);
    }

    /** Halves the interval of shapes; the ratio of moments grows with the shape. */
    private static double shape(double ratio) {
        double low = LEAST_SHAPE;
        double high = GREATEST_SHAPE;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (ratio(middle) < ratio) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double ratio(double shape) {
        return Math.exp(2 * Gamma.logGamma(2 / shape) - Gamma.logGamma(1 / shape) - Gamma.logGamma(3 / shape));
    }
}
