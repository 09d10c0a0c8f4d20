package lichen.synthesis.quilting;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Size;

/**
 * Lays an image out of square blocks of a photograph. Each block is chosen at random among those whose squared difference
 * from what lies there already is within a tolerance of the least; old and new meet along the cut of least squared
 * difference.
 *
 * <p>Cost: one pass over the photograph's positions a block; a position is given up as soon as it is too bad.
 *
 * <p>Source: Efros and Freeman, "Image Quilting for Texture Synthesis and Transfer", SIGGRAPH 2001, section 2.1.
 *
 * @param block side of a block in pixels
 * @param overlap how far neighbouring blocks overlap in pixels; at most half of the block
 * @param tolerance how much more than the least error a block may have, as a part of it
 * @param tile whether the blocks go on across the borders, so that copies of the image fit together without a seam
 */
public record Quilting(int block, int overlap, double tolerance, boolean tile) {
    /** Checks the ranges. */
    public Quilting {
        Require.atLeast(2, "block", block);
        Require.atLeast(1, "overlap", overlap);
        Require.that(
                overlap <= block / 2,
                "overlap",
                "must be at most " + block / 2 + ", half of the block, but is " + overlap);
        Require.notNegative("tolerance", tolerance);
    }

    /**
     * Begins a quilt, with no block laid.
     *
     * @param photograph where blocks come from; at least as large as a block
     * @param size the extents of the image to make: any; if it tiles, at least those of a block
     * @param random chooses among the blocks that fit
     * @throws lichen.core.check.InvalidValueException naming the block, if an image is smaller
     */
    public Quilt begin(Image photograph, Size size, RandomGenerator random) {
        requireSizes(photograph.size(), size);
        return new Quilt(this, photograph, size, random);
    }

    /**
     * Checks that a quilt can be laid.
     *
     * @param photograph the extents of where blocks come from
     * @param size those of the image to make
     * @throws lichen.core.check.InvalidValueException naming the block, if an image is smaller
     */
    public void requireSizes(Size photograph, Size size) {
        requireBlockIn("the photograph", photograph);
        if (tile) {
            requireBlockIn("an image that tiles", size);
        }
    }

    /** Lays all blocks of {@link #begin}. */
    public Image quilt(Image photograph, Size size, RandomGenerator random) {
        return begin(photograph, size, random).finished();
    }

    private void requireBlockIn(String what, Size size) {
        int side = Math.min(size.width(), size.height());
        Require.that(
                block <= side,
                "block",
                "must be at most " + side + ", the shorter side of " + what + " of " + size + " pixels, but is "
                        + block);
    }
}
