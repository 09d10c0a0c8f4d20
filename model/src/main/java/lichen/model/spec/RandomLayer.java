package lichen.model.spec;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * A convolution with untrained weights and ReLU, and pooling by two after it if asked for.
 *
 * @param filters output channels
 * @param kernel the side of the kernel in pixels, odd
 * @param pool whether pooling of 2 x 2 follows
 * @param dilation pixels from one tap of the kernel to the next
 */
public record RandomLayer(
        @Summary("output channels") int filters,
        @Summary("side of the kernel in pixels, odd") int kernel,

        @Default("false") @Summary("whether pooling of 2 x 2 follows")
        boolean pool,

        @Default("1") @Summary("pixels from one tap of the kernel to the next")
        int dilation) {
    /** Checks the extents. */
    public RandomLayer {
        Require.atLeast(1, "filters", filters);
        Require.atLeast(1, "kernel", kernel);
        Require.that(kernel % 2 == 1, "kernel", "must be odd, but is " + kernel);
        Require.atLeast(1, "dilation", dilation);
    }
}
