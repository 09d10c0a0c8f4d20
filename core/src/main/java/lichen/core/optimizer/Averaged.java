package lichen.core.optimizer;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Another optimiser, of which the result is the running mean of the points that it reached, and not the best of them.
 *
 * <p>With the points x of its iterations 0, 1, ..., k and the memory m,
 *
 * <pre>mean = sum over i of m^(k - i) x[i] / sum over i of m^(k - i)</pre>
 *
 * <p>Steps of a set size end up going to and fro, and the mean of where they have been lies lower than most of them, and has less
 * noise. Nothing is evaluated at the mean, so the loss that is told stays the lowest that was seen. Source: Polyak and Juditsky,
 * "Acceleration of stochastic approximation by averaging" (1992); forgetting, for images: Crowson, style-transfer-pytorch (2021).
 *
 * @param optimizer what makes the steps
 * @param memory m: about the last 1 / (1 - m) points count
 */
@Summary("another optimiser, of which the result is the running mean of the points it reached")
public record Averaged(
        @Summary("what makes the steps: one of a set size, such as adam")
        Optimizer optimizer,

        @Default("0.9") @Summary("about the last 1 / (1 - memory) points count")
        double memory)
        implements Optimizer {
    /** Checks the range. */
    public Averaged {
        Require.that(!(optimizer instanceof Averaged), "optimizer", "must not be averaged itself: once is enough");
        Require.that(memory > 0 && memory < 1, "memory", "must be above 0 and below 1, but is " + memory);
    }

    @Override
    public Descent from(DescentState state) {
        return new AveragedDescent(optimizer.from(RunningMean.without(state)), new RunningMean(memory, state));
    }

    /** The mean of where the steps have been, as of an objective that is not estimated. */
    @Override
    public Descent stochastic(DescentState state) {
        return new AveragedDescent(optimizer.stochastic(RunningMean.without(state)), new RunningMean(memory, state));
    }

    @Override
    public long stateNumbers(long parameters) {
        return optimizer.stateNumbers(parameters) + parameters;
    }

    @Override
    public void requireFit(boolean canBeNegative) {
        optimizer.requireFit(canBeNegative);
    }

    /** The mean goes on over the points of the next objective. */
    @Override
    public DescentState carried(DescentState state, double[] best) {
        DescentState own = RunningMean.without(state);
        return new RunningMean(memory, state).with(optimizer.carried(own, best));
    }
}
