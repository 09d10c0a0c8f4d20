package lichen.synthesis.optimizer;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Adam: steps along the running mean of the gradient, divided by the root of the running mean of its square, for each
 * parameter by itself; one evaluation each. For k = 1, 2, ..., with the means m and v corrected for their start at zero,
 *
 * <pre>x -= learning-rate / (1 + decay (k - 1)) * m / (sqrt(v) + epsilon)</pre>
 *
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015, algorithm 1.
 *
 * @param learningRate about how far a parameter moves in a step
 * @param decay how fast the rate falls: by half after 1 / decay steps
 * @param beta1 the memory of the mean, in [0, 1)
 * @param beta2 the memory of the mean square, in [0, 1)
 * @param epsilon keeps the division defined
 * @param bounds the box that the parameters stay in
 */
@Summary("first-order steps of a set size: for losses that change or are noisy")
public record Adam(
        @Default("0.01") @Summary("about how far a parameter moves in a step")
        double learningRate,

        @Default("0") @Summary("the rate falls by half after 1 / decay steps; 0 keeps it")
        double decay,

        @Default("0.9") @Summary("memory of the mean of the gradient")
        double beta1,

        @Default("0.999") @Summary("memory of the mean square of the gradient")
        double beta2,

        @Default("1e-8") @Summary("keeps the division defined")
        double epsilon,

        @Default("{}") @Summary("a box that all parameters stay in")
        Bounds bounds)
        implements Optimizer {
    /** Checks the ranges. */
    public Adam {
        Require.positive("learningRate", learningRate);
        Require.notNegative("decay", decay);
        Require.that(beta1 >= 0 && beta1 < 1, "beta1", "must be from 0 to below 1, but is " + beta1);
        Require.that(beta2 >= 0 && beta2 < 1, "beta2", "must be from 0 to below 1, but is " + beta2);
        Require.positive("epsilon", epsilon);
    }

    /** The authors' constants, without decay or bounds. */
    public static Adam withLearningRate(double learningRate) {
        return new Adam(learningRate, 0, 0.9, 0.999, 1e-8, Bounds.none());
    }

    @Override
    public long stateNumbers(long parameters) {
        return 5 * parameters;
    }

    @Override
    public Descent from(DescentState state) {
        return new AdamDescent(this, state);
    }

    /** Keeps the means of gradient and square, and goes on at the point reached. */
    @Override
    public DescentState carried(DescentState state, double[] best) {
        return AdamDescent.carried(state);
    }
}
