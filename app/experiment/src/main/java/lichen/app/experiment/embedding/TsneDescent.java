package lichen.app.experiment.embedding;

import java.util.Arrays;
import lichen.core.check.Require;

/**
 * Gradient descent with momentum, and for each coordinate a gain that grows while the gradient opposes the last step's
 * direction less and less, and shrinks where it turns.
 *
 * <p>Source: Jacobs, Increased rates of convergence through learning rate adaptation, 1988, as van der Maaten uses it.
 */
final class TsneDescent {
    private static final double GAIN_STEP = 0.2;
    private static final double GAIN_FACTOR = 0.8;
    private static final double SMALLEST_GAIN = 0.01;

    private final Tsne keys;
    private final KullbackLeibler divergence;

    TsneDescent(Tsne keys, KullbackLeibler divergence) {
        this.keys = keys;
        this.divergence = divergence;
    }

    /**
     * Moves places, {@code [n][2]} flattened, to lower divergence.
     *
     * @throws lichen.core.check.InvalidValueException if they run away
     */
    void minimize(double[] places) {
        double[] gradient = new double[places.length];
        double[] step = new double[places.length];
        double[] gains = new double[places.length];
        Arrays.fill(gains, 1);
        for (int iteration = 0; iteration < keys.iterations(); iteration++) {
            boolean exaggerates = iteration < keys.exaggerationIterations();
            divergence.gradient(places, exaggerates ? keys.exaggeration() : 1, gradient);
            double momentum = exaggerates ? keys.initialMomentum() : keys.momentum();
            for (int i = 0; i < places.length; i++) {
                boolean onward = gradient[i] > 0 != step[i] > 0;
                gains[i] = Math.max(SMALLEST_GAIN, onward ? gains[i] + GAIN_STEP : gains[i] * GAIN_FACTOR);
                step[i] = momentum * step[i] - keys.learningRate() * gains[i] * gradient[i];
            }
            shorten(step);
            for (int i = 0; i < places.length; i++) {
                places[i] += step[i];
            }
            centre(places);
            requireFinite(places, iteration);
        }
    }

    /** With few points and strong exaggeration, a point can be flung so far that nothing brings it back. */
    private void shorten(double[] step) {
        for (int i = 0; i < step.length; i += Embedding.PLANE) {
            double length = Math.hypot(step[i], step[i + 1]);
            if (length > keys.longestStep()) {
                step[i] *= keys.longestStep() / length;
                step[i + 1] *= keys.longestStep() / length;
            }
        }
    }

    private void requireFinite(double[] places, int iteration) {
        for (double coordinate : places) {
            Require.that(
                    Double.isFinite(coordinate),
                    "learning-rate",
                    "is too large: the points ran away at iteration " + (iteration + 1) + " with " + keys.learningRate()
                            + "; try " + keys.learningRate() / 10);
        }
    }

    /** The divergence does not hold the points in place: without this, rounding lets them drift. */
    private static void centre(double[] places) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < places.length; i += Embedding.PLANE) {
            x += places[i];
            y += places[i + 1];
        }
        int count = places.length / Embedding.PLANE;
        for (int i = 0; i < places.length; i += Embedding.PLANE) {
            places[i] -= x / count;
            places[i + 1] -= y / count;
        }
    }
}
