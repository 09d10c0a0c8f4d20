package lichen.model.spec;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * A convolution with ReLU, stride 1 and zero padding, and batch normalisation after it if asked for.
 *
 * @param filters output channels
 * @param kernel the side of the kernel in pixels, odd
 * @param batchNormalization whether batch normalisation follows
 */
public record Block(
        @Summary("output channels") int filters,
        @Summary("side of the kernel in pixels, odd") int kernel,

        @Default("false") @Summary("whether batch normalisation follows")
        boolean batchNormalization) {
    /** What batch normalisation adds to a variance before it divides by its root; as the reference system. */
    public static final double EPSILON = 1e-3;

    /** How much of its running statistics batch normalisation keeps at each step of training; as the reference system. */
    public static final double DECAY = 0.99;

    /** Checks the extents. */
    public Block {
        Require.atLeast(1, "filters", filters);
        Require.atLeast(1, "kernel", kernel);
        Require.that(kernel % 2 == 1, "kernel", "must be odd, but is " + kernel);
    }
}
