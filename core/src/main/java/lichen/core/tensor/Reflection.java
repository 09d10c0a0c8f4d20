package lichen.core.tensor;

import java.util.Arrays;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An image continued beyond its border by its mirror image, so that a convolution meets no edge there: the pixel before the
 * first is the second. Meant for images and other maps of few channels: it runs on the host.
 */
public final class Reflection {
    private Reflection() {}

    /** Fills the output {@code [1,H+2r,W+2c,C]} from the input {@code [1,H,W,C]}; r and c are half the difference. */
    public static Kernel forward(INDArray input, INDArray output) {
        int[] sources = sources(input, output);
        double[] from = new double[(int) input.length()];
        double[] to = new double[(int) output.length()];
        return () -> {
            HostMemory.read(input, from);
            for (int i = 0; i < to.length; i++) {
                to[i] = from[sources[i]];
            }
            HostMemory.write(to, output);
        };
    }

    /** d loss / d input from d loss / d output: every pixel gathers what its mirror images received. */
    public static Kernel inputGradient(INDArray cotangent, INDArray gradient) {
        int[] sources = sources(gradient, cotangent);
        double[] from = new double[(int) cotangent.length()];
        double[] to = new double[(int) gradient.length()];
        return () -> {
            HostMemory.read(cotangent, from);
            Arrays.fill(to, 0);
            for (int i = 0; i < from.length; i++) {
                to[sources[i]] += from[i];
            }
            HostMemory.write(to, gradient);
        };
    }

    /** For each number of the larger tensor, where it comes from. */
    private static int[] sources(INDArray small, INDArray large) {
        Nhwc.require("small", small);
        Nhwc.require("large", large);
        int[] rows = mirrored((int) small.size(1), (int) large.size(1));
        int[] columns = mirrored((int) small.size(2), (int) large.size(2));
        int channels = (int) small.size(3);
        int[] sources = new int[(int) large.length()];
        int at = 0;
        for (int row : rows) {
            for (int column : columns) {
                int pixel = (row * (int) small.size(2) + column) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    sources[at++] = pixel + channel;
                }
            }
        }
        return sources;
    }

    private static int[] mirrored(int small, int large) {
        int margin = (large - small) / 2;
        Require.that(
                margin >= 0 && small + 2 * margin == large && margin < small,
                "margin",
                "must be even, and less than the image: " + small + " in " + large);
        int[] sources = new int[large];
        for (int i = 0; i < large; i++) {
            int inside = Math.abs(i - margin);
            sources[i] = inside < small ? inside : 2 * (small - 1) - inside;
        }
        return sources;
    }
}
