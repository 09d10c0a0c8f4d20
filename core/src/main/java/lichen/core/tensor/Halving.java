package lichen.core.tensor;

import java.util.Arrays;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An image at half its size, as kernels over fixed arrays: y[i] = sum over k from -2 to 2 of w[k] x[2 i + k] along rows and
 * columns, with w = [1 4 6 4 1] / 16. Beyond its border the image goes on by its mirror image, the pixel before the first
 * being the second, or begins again. {@code [1,H,W,C] -> [1,ceil(H/2),ceil(W/2),C]}; 5 multiply-adds a number along each
 * axis. Meant for images and other maps of few channels: it runs on the host.
 *
 * <p>Source: Burt and Adelson, "The Laplacian Pyramid as a Compact Image Code" (1983).
 */
public final class Halving {
    private static final double[] WEIGHTS = {1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0};

    private final Axis rows;
    private final Axis columns;
    private final double[] large;
    private final double[] half;
    private final double[] small;

    private Halving(INDArray large, INDArray small, boolean circular) {
        Nhwc.require("large", large);
        Nhwc.require("small", small);
        int height = (int) large.size(1);
        int width = (int) large.size(2);
        int channels = (int) large.size(3);
        long[] expected = {1, half(height), half(width), channels};
        Require.that(
                large.size(0) == 1 && Arrays.equals(small.shape(), expected),
                "small",
                "must be one image of the shape " + Arrays.toString(expected) + ", but has "
                        + Arrays.toString(small.shape()));
        rows = new Axis(1, height, width * channels, circular);
        columns = new Axis(half(height), width, channels, circular);
        this.large = new double[(int) large.length()];
        this.half = new double[half(height) * width * channels];
        this.small = new double[(int) small.length()];
    }

    /** The rows or columns of the half of an image that has so many. */
    public static int half(int extent) {
        return (extent + 1) / 2;
    }

    /**
     * Computes the image at half its size.
     *
     * @param circular whether the image begins again beyond its border; its sides must then be even
     */
    public static Kernel forward(INDArray image, boolean circular, INDArray output) {
        Halving halving = new Halving(image, output, circular);
        return () -> {
            HostMemory.read(image, halving.large);
            halving.rows.halve(halving.large, halving.half);
            halving.columns.halve(halving.half, halving.small);
            HostMemory.write(halving.small, output);
        };
    }

    /** Computes d loss / d image from d loss / d output: the exact transpose. */
    public static Kernel inputGradient(INDArray cotangent, boolean circular, INDArray gradient) {
        Halving halving = new Halving(gradient, cotangent, circular);
        return () -> {
            HostMemory.read(cotangent, halving.small);
            halving.columns.spread(halving.small, halving.half);
            halving.rows.spread(halving.half, halving.large);
            HostMemory.write(halving.large, gradient);
        };
    }

    /** One axis of an array {@code [outer][extent][inner]}, and what each number of its half is made from. */
    private static final class Axis {
        private final int outer;
        private final int extent;
        private final int inner;
        private final int[] sources;

        Axis(int outer, int extent, int inner, boolean circular) {
            Require.that(
                    !circular || extent % 2 == 0, "image", "must have even sides to begin again, but has " + extent);
            this.outer = outer;
            this.extent = extent;
            this.inner = inner;
            sources = new int[half(extent) * WEIGHTS.length];
            Extension.Kind beyond = circular ? Extension.Kind.CIRCULAR : Extension.Kind.REFLECT;
            for (int i = 0; i < sources.length; i++) {
                int wanted = 2 * (i / WEIGHTS.length) + i % WEIGHTS.length - WEIGHTS.length / 2;
                sources[i] = beyond.inside(wanted, extent);
            }
        }

        void halve(double[] from, double[] to) {
            Arrays.fill(to, 0);
            for (int block = 0; block < outer; block++) {
                for (int i = 0; i < sources.length; i++) {
                    int source = (block * extent + sources[i]) * inner;
                    int target = (block * half(extent) + i / WEIGHTS.length) * inner;
                    addRun(WEIGHTS[i % WEIGHTS.length], from, source, to, target);
                }
            }
        }

        void spread(double[] from, double[] to) {
            Arrays.fill(to, 0);
            for (int block = 0; block < outer; block++) {
                for (int i = 0; i < sources.length; i++) {
                    int target = (block * extent + sources[i]) * inner;
                    int source = (block * half(extent) + i / WEIGHTS.length) * inner;
                    addRun(WEIGHTS[i % WEIGHTS.length], from, source, to, target);
                }
            }
        }

        private void addRun(double weight, double[] from, int source, double[] to, int target) {
            for (int j = 0; j < inner; j++) {
                to[target + j] += weight * from[source + j];
            }
        }
    }
}
