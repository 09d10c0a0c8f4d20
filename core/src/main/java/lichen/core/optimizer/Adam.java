package lichen.core.optimizer;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Adam: steps along the running mean of the gradient, divided by the root of the running mean of its square, for each
 * parameter by itself; one evaluation each. For k = 1, 2, ..., with the means m and v corrected for their start at zero,
 *
 * <pre>x -= learning-rate factor(k - 1) m / (sqrt(v) + epsilon)</pre>
 *
 * <p>With {@code shared}, v is the same for all parameters, the mean over them: what has a small gradient then moves little, as
 * in plain descent along a gradient that is brought to a length. With {@code beta1} and {@code beta2} 0 it is just that.
 *
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015, algorithm 1; shared: the normalised gradients of
 * Mordvintsev et al., "Inceptionism" (2015).
 *
 * @param learningRate about how far a parameter moves in a step
 * @param schedule what becomes of the learning rate
 * @param clipNorm the longest gradient of all parameters together; a longer one is shortened to it
 * @param beta1 the memory of the mean, in [0, 1)
 * @param beta2 the memory of the mean square, in [0, 1)
 * @param epsilon keeps the division defined
 * @param bounds the box that the parameters stay in
 * @param shared whether the mean square is one for all parameters
 */
@Summary("first-order steps of a set size: for losses that change or are noisy")
public record Adam(
        @Default("0.01") @Summary("about how far a parameter moves in a step")
        double learningRate,

        @Default("{\"type\": \"constant\"}") @Summary("what becomes of the learning rate")
        Schedule schedule,

        @Summary("the longest gradient, a longer one is shortened to it; no limit where left out")
        Optional<Double> clipNorm,

        @Default("0.9") @Summary("memory of the mean of the gradient")
        double beta1,

        @Default("0.999") @Summary("memory of the mean square of the gradient")
        double beta2,

        @Default("1e-8") @Summary("keeps the division defined")
        double epsilon,

        @Default("{}") @Summary("a box that all parameters stay in")
        Bounds bounds,

        @Default("false") @Summary("one mean square for all parameters: what has a small gradient moves little")
        boolean shared)
        implements Optimizer {
    /** Checks the ranges. */
    public Adam {
        Require.positive("learningRate", learningRate);
        clipNorm.ifPresent(norm -> Require.positive("clipNorm", norm));
        Require.that(beta1 >= 0 && beta1 < 1, "beta1", "must be from 0 to below 1, but is " + beta1);
        Require.that(beta2 >= 0 && beta2 < 1, "beta2", "must be from 0 to below 1, but is " + beta2);
        Require.positive("epsilon", epsilon);
    }

    /** Steps of a size of their own for each parameter. */
    public Adam(
            double learningRate,
            Schedule schedule,
            Optional<Double> clipNorm,
            double beta1,
            double beta2,
            double epsilon,
            Bounds bounds) {
        this(learningRate, schedule, clipNorm, beta1, beta2, epsilon, bounds, false);
    }

    /** The authors' constants and a constant rate, without a limit or bounds. */
    public static Adam withLearningRate(double learningRate) {
        return new Adam(learningRate, new ConstantRate(), Optional.empty(), 0.9, 0.999, 1e-8, Bounds.none());
    }

    @Override
    public long stateNumbers(long parameters) {
        return 5 * parameters;
    }

    @Override
    public Descent from(DescentState state) {
        return new AdamDescent(this, state);
    }

    @Override
    public Descent stochastic(DescentState state) {
        return new AdamSteps(this, state);
    }

    /** Keeps the means of gradient and square, and goes on at the point reached. */
    @Override
    public DescentState carried(DescentState state, double[] best) {
        return AdamDescent.carried(state);
    }

    /** The learning rate of a step, counted from 0. */
    double rate(long step) {
        return learningRate * schedule.factor(step);
    }

    /** What a gradient is to be multiplied by, to be no longer than the limit. */
    double shortening(double[] gradient) {
        if (clipNorm.isEmpty()) {
            return 1;
        }
        double norm = Math.sqrt(Vectors.dot(gradient, gradient));
        double limit = clipNorm.orElseThrow();
        return norm > limit ? limit / norm : 1;
    }
}
