package lichen.synthesis.robustness;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;

/**
 * How much an image is moved about before a network looks at it. At each evaluation anew, and in this order, the image
 * gets a border, is shifted, scaled, turned about its centre, and shifted again. Patterns of single pixels, which excite
 * a network at one place only, cannot then survive.
 *
 * <p>Source: Olah et al., "Feature Visualization" (2017), on transformation robustness; order and defaults as in the
 * authors' library Lucid. There each step is an interpolation of its own; here all are one.
 *
 * @param padding the width of the border, in pixels; a grey one must hold both jitters, which cut into it
 * @param jitter the range of the first shift, in pixels: a whole number from 0 to it, in x and in y
 * @param scale the largest change of size, as a part of it
 * @param rotate the largest turn, in degrees
 * @param lastJitter the range of the last shift, likewise
 * @param outside what the border and all beyond it show
 */
@Summary("how an image is moved about, at random, before the network looks at it")
public record Robustness(
        @Default("12") @Summary("width of a border, in pixels")
        int padding,

        @Default("8") @Summary("range of the first shift, in pixels")
        int jitter,

        @Default("0.1") @Summary("largest change of size: 0.1 for 0.9 to 1.1 times")
        double scale,

        @Default("10") @Summary("largest turn, in degrees either way")
        double rotate,

        @Default("4") @Summary("range of the last shift, in pixels")
        int lastJitter,

        @Default("\"grey\"") @Summary("what lies around the image: grey, or itself again by wrap")
        Outside outside) {
    /** Checks the ranges. */
    public Robustness {
        Require.atLeast(0, "padding", padding);
        Require.atLeast(0, "jitter", jitter);
        Require.within(0, 0.9, "scale", scale);
        Require.within(0, 180, "rotate", rotate);
        Require.atLeast(0, "lastJitter", lastJitter);
        Require.that(
                outside == Outside.WRAP || jitter + lastJitter <= 2L * padding,
                "padding",
                "must be at least " + (jitter + lastJitter + 1) / 2
                        + ", half of both jitters, which cut into a grey border, but is "
                        + padding);
    }

    /** The image as it is. */
    public static Robustness none() {
        return new Robustness(0, 0, 0, 0, 0, Outside.GREY);
    }

    /** The extents of all views of images of a size: what the network looks at. */
    public Size view(Size image) {
        int more = outside == Outside.WRAP ? 2 * padding : 2 * padding - jitter - lastJitter;
        return new Size(image.width() + more, image.height() + more);
    }

    /**
     * A map that draws another view at each call.
     *
     * @param image the extents of the images that go in
     * @param random the numbers of evaluation n come from its stream {@code robustness/n}
     * @param evaluations how many were made before, so that a resumed run sees what it would have seen
     */
    public Differentiable<double[], double[]> views(Size image, RandomStreams random, int evaluations) {
        long[] made = {evaluations};
        return pixels -> draw(image, random.stream("robustness/" + ++made[0])).at(pixels);
    }

    /** Draws one view. */
    Warp draw(Size image, RandomGenerator random) {
        double right = random.nextInt(jitter + 1);
        double down = random.nextInt(jitter + 1);
        double factor = 1 + scale * (2 * random.nextDouble() - 1);
        double angle = StrictMath.toRadians(rotate * (2 * random.nextDouble() - 1));
        double lastRight = random.nextInt(lastJitter + 1);
        double lastDown = random.nextInt(lastJitter + 1);
        Size view = view(image);
        int last = outside == Outside.WRAP ? 0 : lastJitter;
        Affine turn =
                Affine.about((view.width() + last - 1) / 2.0, (view.height() + last - 1) / 2.0, angle, 1 / factor);
        Affine place = turn.after(lastRight, lastDown).before(right - padding, down - padding);
        return new Warp(image, view, place, outside);
    }
}
