package lichen.model.train;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Adam: steps along the running mean of the gradient, divided by the root of the running mean of its square, for each learned
 * number by itself. For k = 1, 2, ... and the running means m and v,
 *
 * <pre>x -= learning-rate factor(k - 1) sqrt(1 - beta2^k) / (1 - beta1^k) m / (sqrt(v) + epsilon)</pre>
 *
 * <p>Source: Kingma and Ba, "Adam: a method for stochastic optimization" (2015), in the form that ends section 2, as ND4J and
 * Keras have it.
 *
 * @param learningRate about how far a number moves in a step
 * @param schedule what becomes of the learning rate
 * @param clipNorm the longest gradient of all numbers together; a longer one is shortened to it
 * @param beta1 the memory of the mean, in [0, 1)
 * @param beta2 the memory of the mean square, in [0, 1)
 * @param epsilon keeps the division defined
 */
public record Adam(
        @Default("0.001") @Summary("about how far a number moves in a step")
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
        double epsilon) {
    /** Checks the ranges. */
    public Adam {
        Require.positive("learningRate", learningRate);
        clipNorm.ifPresent(norm -> Require.positive("clipNorm", norm));
        Require.that(beta1 >= 0 && beta1 < 1, "beta1", "must be from 0 to below 1, but is " + beta1);
        Require.that(beta2 >= 0 && beta2 < 1, "beta2", "must be from 0 to below 1, but is " + beta2);
        Require.positive("epsilon", epsilon);
    }

    /** The authors' constants, a constant rate and no limit. */
    public static Adam withLearningRate(double learningRate) {
        return new Adam(learningRate, new ConstantRate(), Optional.empty(), 0.9, 0.999, 1e-8);
    }

    /** The learning rate of a step, counted from 0. */
    public double rate(long step) {
        return learningRate * schedule.factor(step);
    }
}
