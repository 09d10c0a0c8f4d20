package lichen.synthesis.optimizer;

import java.util.Arrays;
import java.util.Map;

/** The running means of a gradient and of its square, not corrected for their start at zero. */
final class AdamMoments {
    private static final String MEAN = "mean";
    private static final String SQUARE = "square";

    final double[] mean;
    final double[] square;

    AdamMoments(int length) {
        mean = new double[length];
        square = new double[length];
    }

    /** Becomes what other moments become with one more gradient. */
    void follow(AdamMoments other, double[] gradient, Adam settings) {
        double beta1 = settings.beta1();
        double beta2 = settings.beta2();
        for (int i = 0; i < mean.length; i++) {
            double slope = gradient[i];
            mean[i] = beta1 * other.mean[i] + (1 - beta1) * slope;
            square[i] = beta2 * other.square[i] + (1 - beta2) * slope * slope;
        }
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
