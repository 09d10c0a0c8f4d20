package lichen.model.spec;

import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Convolution;
import lichen.model.operation.Convolve;
import lichen.model.operation.Operation;

/**
 * A convolution with ReLU and zero padding, and batch normalisation after it if asked for.
 *
 * @param filters output channels
 * @param kernel the side of the kernel in pixels, odd
 * @param batchNormalization whether batch normalisation follows
 * @param stride steps of the window, in both directions; only blocks of stride 1 can be trained
 * @param dilation pixels from one tap of the kernel to the next
 */
public record Block(
        @Summary("output channels") int filters,
        @Summary("side of the kernel in pixels, odd") int kernel,

        @Default("false") @Summary("whether batch normalisation follows")
        boolean batchNormalization,

        @Default("1") @Summary("steps of the window, in both directions")
        int stride,

        @Default("1") @Summary("pixels from one tap of the kernel to the next")
        int dilation) {
    /** What batch normalisation adds to a variance before it divides by its root; as the reference system. */
    public static final double EPSILON = 1e-3;

    /** How much of its running statistics batch normalisation keeps at each step of training; as the reference system. */
    public static final double DECAY = 0.99;

    /** Checks the extents. */
    public Block {
        Require.atLeast(1, "filters", filters);
        Require.atLeast(1, "kernel", kernel);
        Require.that(kernel % 2 == 1, "kernel", "must be odd, but is " + kernel);
        Require.atLeast(1, "stride", stride);
        Require.atLeast(1, "dilation", dilation);
    }

    /** A block of stride 1 whose kernel's taps are neighbours. */
    public Block(int filters, int kernel, boolean batchNormalization) {
        this(filters, kernel, batchNormalization, 1, 1);
    }

    /** The convolution with zeros for weights, reading so many channels. */
    Operation blank(int inputs) {
        return new Convolve(
                        new Convolution(kernel, kernel, stride, Convolution.Padding.SAME),
                        NdArray.of(new float[filters * kernel * kernel * inputs], filters, kernel, kernel, inputs),
                        NdArray.of(new float[filters], filters),
                        true)
                .dilated(dilation);
    }
}
