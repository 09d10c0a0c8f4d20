package lichen.core.tensor;

import lichen.core.check.Require;

/**
 * The geometry of a 2-D convolution: kernel, stride and padding.
 *
 * @param kernelHeight rows of the kernel
 * @param kernelWidth columns of the kernel
 * @param stride steps of the window, in both directions
 * @param padding how the border is treated
 */
public record Convolution(int kernelHeight, int kernelWidth, int stride, Padding padding) {
    /** How a window that reaches over the border is treated. */
    public enum Padding {
        /** Zeros, so that the output has ceil(extent / stride) values; an odd zero goes to the end. */
        SAME,
        /** No window reaches over the border. */
        VALID
    }

    /** Checks that all extents are at least 1. */
    public Convolution {
        Require.atLeast(1, "kernelHeight", kernelHeight);
        Require.atLeast(1, "kernelWidth", kernelWidth);
        Require.atLeast(1, "stride", stride);
    }

    /** A square kernel with stride 1 and zero padding. */
    public static Convolution same(int side) {
        return new Convolution(side, side, 1, Padding.SAME);
    }

    /** The same, with another treatment of the border. */
    public Convolution with(Padding other) {
        return new Convolution(kernelHeight, kernelWidth, stride, other);
    }

    /** The output's rows for an input of so many rows; less than 1 if the kernel does not fit. */
    public long outputHeight(long inputHeight) {
        return extent(inputHeight, kernelHeight);
    }

    /** The output's columns for an input of so many columns; less than 1 if the kernel does not fit. */
    public long outputWidth(long inputWidth) {
        return extent(inputWidth, kernelWidth);
    }

    private long extent(long input, int kernel) {
        return padding == Padding.SAME ? (input + stride - 1) / stride : Math.floorDiv(input - kernel, stride) + 1;
    }
}
