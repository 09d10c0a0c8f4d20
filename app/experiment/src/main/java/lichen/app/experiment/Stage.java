package lichen.app.experiment;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.synthesis.objective.Loss;

/**
 * A step on the way from coarse to fine.
 *
 * @param scale what the sides of image and photograph are multiplied by
 * @param evaluations how many it takes; fewer where the stop rule's tolerance ends it
 * @param rounds what they are split into: in each, terms that draw random numbers draw others
 * @param carryState whether the optimiser keeps from round to round what is still of use
 * @param noise the greatest distance of even noise that is added to each number of the image of the stage before. Pixels
 *     of a grown image depend on each other in a lattice, which some objectives strengthen instead of taking away
 * @param carriesDetail whether it begins with its own start image, and of the image of the stage before takes no more than what
 *     that has added to its start: so that fine detail of a start image does not get lost on the way
 * @param objective what is minimised; the experiment's where left out
 */
@Summary("a step on the way from coarse to fine")
public record Stage(
        @Summary("what the sides of image and photograph are multiplied by, up to 1")
        double scale,

        @Summary("evaluations of loss and gradient") int evaluations,

        @Default("1") @Summary("parts that the evaluations are split into, each with random numbers of its own")
        int rounds,

        @Default("true") @Summary("the optimiser keeps what is of use from round to round")
        boolean carryState,

        @Default("0") @Summary("even noise on the image that the stage before leaves: the greatest distance")
        double noise,

        @Default("false")
        @Summary(
                "begin with the start image, and what the stage before has added to its own: for images to be changed, not made")
        boolean carriesDetail,

        @Summary("what is minimised; the experiment's where left out")
        Optional<Loss> objective) {
    /** Checks the ranges. */
    public Stage {
        Require.that(scale > 0 && scale <= 1, "scale", "must be greater than 0 and at most 1, but is " + scale);
        Require.atLeast(1, "evaluations", evaluations);
        Require.that(
                rounds >= 1 && rounds <= evaluations,
                "rounds",
                "must be from 1 to the number of evaluations, " + evaluations + ", but is " + rounds);
        Require.within(0, 1, "noise", noise);
    }

    /** The only stage of an experiment that names none. */
    static Stage whole(int evaluations) {
        return new Stage(1, evaluations, 1, true, 0, false, Optional.empty());
    }

    /** The same step with another objective. */
    Stage with(Optional<Loss> other) {
        return new Stage(scale, evaluations, rounds, carryState, noise, carriesDetail, other);
    }

    /** Extents at its scale. */
    Size of(Size size) {
        return of(size, 1);
    }

    /** Extents at its scale, rounded to multiples of a number. */
    Size of(Size size, int multiple) {
        return new Size(scaled(size.width(), multiple), scaled(size.height(), multiple));
    }

    private int scaled(int side, int multiple) {
        return Math.max(1, Math.toIntExact(Math.round(side * scale / multiple))) * multiple;
    }
}
