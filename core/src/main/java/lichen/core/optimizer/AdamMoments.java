package lichen.core.optimizer;

import java.util.Arrays;
import java.util.Map;

/** The running means of a gradient and of its square, not corrected for their start at zero. */
final class AdamMoments {
    private static final String MEAN = "mean";
    private static final String SQUARE = "square";

    private final Adam settings;
    private final double[] mean;
    private final double[] square;

    AdamMoments(Adam settings, int length) {
        this.settings = settings;
        mean = new double[length];
        square = new double[length];
    }

    /** Becomes what other moments, or its own, become with one more gradient. */
    void follow(AdamMoments other, double[] gradient) {
        double beta1 = settings.beta1();
        double beta2 = settings.beta2();
        double shortening = settings.shortening(gradient);
        for (int i = 0; i < mean.length; i++) {
            double slope = gradient[i] * shortening;
            mean[i] = beta1 * other.mean[i] + (1 - beta1) * slope;
            square[i] = beta2 * other.square[i] + (1 - beta2) * slope * slope;
        }
    }

    /**
     * Makes the step along them, within the bounds.
     *
     * @param steps how many were made before
     * @param caution what the learning rate is multiplied by
     * @param to receives the point; may be the same array
     */
    void move(long steps, double caution, double[] from, double[] to) {
        double rate = settings.rate(steps) * caution;
        double first = 1 - StrictMath.pow(settings.beta1(), steps + 1.0);
        double second = 1 - StrictMath.pow(settings.beta2(), steps + 1.0);
        double ofAll = settings.shared() ? Vectors.mean(square) : 0;
        for (int i = 0; i < mean.length; i++) {
            double own = settings.shared() ? ofAll : square[i];
            double change = rate * (mean[i] / first) / (Math.sqrt(own / second) + settings.epsilon());
            to[i] = from[i] - change;
        }
        settings.bounds().clamp(to);
    }

    void clear() {
        Arrays.fill(mean, 0);
        Arrays.fill(square, 0);
    }

    /** Adds views of both. */
    void save(Map<String, double[]> arrays) {
        arrays.put(MEAN, mean);
        arrays.put(SQUARE, square);
    }

    void restore(DescentState state) {
        state.copy(MEAN, mean);
        state.copy(SQUARE, square);
    }
}
