package lichen.synthesis.filling;

import java.util.random.RandomGenerator;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Size;

/**
 * Fills a hole with pieces of the rest of a photograph. Again and again, where most is known and most happens around a pixel of the
 * hole's border, that one of the photograph's squares is laid which is nearest to what is known there, and of it what is missing. At the
 * end, steps between pixels are those of the pieces, also where two of them meet: so no border shows. What is known stays, to the last bit.
 *
 * <p>Of a large photograph the pieces are laid out at a smaller size, and then taken at the whole.
 *
 * <p>Cost: a pass over the photograph's squares a piece, of a photograph of at most {@link #MOST_PIXELS}; a square is given up as soon as it
 * is too bad. Copies: that is what it does.
 *
 * <p>Source: Criminisi, Pérez and Toyama, "Region Filling and Object Removal by Exemplar-Based Image Inpainting" (2004); steps: Pérez,
 * Gangnet and Blake, "Poisson Image Editing" (2003).
 *
 * @param patch side of a square in pixels
 * @param tolerance how much more than the least difference a square may have, as a part of it
 */
public record Filling(int patch, double tolerance) {
    /** The least side of a square. */
    public static final int LEAST_PATCH = 3;

    /** Pieces are laid out in a photograph of no more. */
    static final int MOST_PIXELS = 80_000;

    /** Checks the ranges. */
    public Filling {
        Require.atLeast(LEAST_PATCH, "patch", patch);
        Require.notNegative("tolerance", tolerance);
    }

    /**
     * Begins to fill a hole.
     *
     * @param photograph with anything in the hole
     * @param hole of the photograph's extents
     * @param random chooses among the squares that fit; the same numbers give the same image on every machine
     * @throws InvalidValueException if there is no hole, or no square beside it
     */
    public Fill begin(Image photograph, Hole hole, RandomGenerator random) {
        requireFillable(hole);
        return new Fill(this, photograph, hole, random);
    }

    /**
     * Checks that there is something to fill, and something to fill it with.
     *
     * @throws InvalidValueException if not
     */
    public void requireFillable(Hole hole) {
        Require.that(hole.pixels() > 0, "mask", "must show a hole, but shows none: there is nothing to fill");
        Hole seen = hole.at(layout(hole.size()));
        int side = Math.min(seen.size().width(), seen.size().height());
        Require.that(
                patch <= side,
                "patch",
                "must be at most " + side + ", the shorter side of the image of " + seen.size() + " pixels, but is "
                        + patch);
        for (int y = 0; y <= seen.size().height() - patch; y++) {
            for (int x = 0; x <= seen.size().width() - patch; x++) {
                if (!seen.touches(x, y, patch)) {
                    return;
                }
            }
        }
        throw new InvalidValueException(
                "mask",
                "must leave a patch of " + patch + " x " + patch
                        + " pixels whole to fill the hole with, but leaves none: make the hole or the patch smaller");
    }

    /** The extents at which pieces are laid out. */
    static Size layout(Size size) {
        double pixels = (double) size.width() * size.height();
        return pixels <= MOST_PIXELS ? size : size.scaled(Math.sqrt(MOST_PIXELS / pixels));
    }
}
