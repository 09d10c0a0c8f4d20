package lichen.core.optimizer;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * When a step along a direction is good enough: the strong Wolfe conditions, for a function phi of the step t,
 *
 * <pre>phi(t) <= phi(0) + decrease t phi'(0)    and    |phi'(t)| <= curvature |phi'(0)|</pre>
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd edition, section 3.1.
 *
 * @param decrease how much of the decrease that the slope promises must be there, in (0, 0.5)
 * @param curvature how much of the slope may be left, in (decrease, 1)
 * @param evaluations the most evaluations of one search
 * @param firstStep where nothing is known of the curvature: the length of the first step tried, as the root mean square
 *     change of a parameter
 */
@Summary("when a step along a direction is good enough")
public record LineSearch(
        @Default("1e-4") @Summary("the part of the promised decrease that must be there")
        double decrease,

        @Default("0.9") @Summary("the part of the slope that may be left")
        double curvature,

        @Default("20") @Summary("the most evaluations of one search")
        int evaluations,

        @Default("0.01") @Summary("length of the very first step tried: root mean square change of a parameter")
        double firstStep) {
    /** Checks the ranges. */
    public LineSearch {
        Require.that(decrease > 0 && decrease < 0.5, "decrease", "must be between 0 and 0.5, but is " + decrease);
        Require.that(
                curvature > decrease && curvature < 1,
                "curvature",
                "must be between the decrease " + decrease + " and 1, but is " + curvature);
        Require.atLeast(1, "evaluations", evaluations);
        Require.positive("firstStep", firstStep);
    }

    /** The usual constants of quasi-Newton methods. */
    public static LineSearch standard() {
        return new LineSearch(1e-4, 0.9, 20, 0.01);
    }
}
