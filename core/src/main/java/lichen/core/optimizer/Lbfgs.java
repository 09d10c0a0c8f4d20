package lichen.core.optimizer;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Limited-memory BFGS: each direction is the gradient times an estimate of the inverse Hessian, made from the last few
 * steps; each step meets the strong Wolfe conditions. State in 64 bits.
 *
 * <p>With bounds: directions are blocked where they would leave the box, and the search runs along the line bent into it.
 *
 * <p>Cost of an iteration beside the evaluations: 4 history n multiply-adds; memory: 2 (history + 1) n numbers.
 *
 * <p>Source: Liu and Nocedal, On the limited memory BFGS method for large scale optimization, 1989; bounds as in
 * Bertsekas, Projected Newton methods for optimization problems with simple constraints, 1982.
 *
 * @param history how many steps the estimate is made from
 * @param squared whether to work on half the square of the loss: the same minimum, but smooth at zero. For losses that are
 *     distances, such as the root of a sum of squares, never for negative ones
 * @param restartEvery the number of evaluations after which the estimate is dropped and begun again; 0 for never
 * @param bounds the box that the parameters stay in
 * @param lineSearch when a step is good enough
 */
@Summary("quasi-Newton: few evaluations, the choice for smooth losses")
public record Lbfgs(
        @Default("20") @Summary("steps that the estimate of the curvature is made from")
        int history,

        @Default("false") @Summary("work on the square of the loss: quicker where the loss is a distance")
        boolean squared,

        @Default("0") @Summary("forget the curvature after so many evaluations; 0 for never")
        int restartEvery,

        @Default("{}") @Summary("a box that all parameters stay in")
        Bounds bounds,

        @Default("{}") @Summary("when a step along a direction is good enough")
        LineSearch lineSearch)
        implements Optimizer {
    /** Checks the ranges. */
    public Lbfgs {
        Require.atLeast(1, "history", history);
        Require.atLeast(0, "restartEvery", restartEvery);
    }

    /** On the loss itself, without restarts or bounds. */
    public static Lbfgs withHistory(int history) {
        return new Lbfgs(history, false, 0, Bounds.none(), LineSearch.standard());
    }

    @Override
    public long stateNumbers(long parameters) {
        return 2 * (history + 1L) * parameters;
    }

    @Override
    public void requireFit(boolean canBeNegative) {
        Require.that(
                !squared || !canBeNegative,
                "squared",
                "must be false for an objective that can be negative, as activation can");
    }

    @Override
    public Descent from(DescentState state) {
        return new LbfgsDescent(this, state);
    }
}
