package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Kernels rotated by 180 degrees with their channel axes swapped: with these, a forward convolution carries a gradient back.
 */
final class Rotation {
    private Rotation() {}

    /**
     * Fills the rotated weights {@code [I,kH,kW,O]} from the weights {@code [O,kH,kW,I]}, as they are at each run.
     */
    static Kernel of(INDArray weights, INDArray rotated) {
        int[] sources = sources(weights);
        float[] from = new float[sources.length];
        float[] to = new float[sources.length];
        return () -> {
            HostMemory.read(weights, from);
            for (int i = 0; i < to.length; i++) {
                to[i] = from[sources[i]];
            }
            HostMemory.write(to, rotated);
        };
    }

    /** For each rotated weight, where it comes from. */
    private static int[] sources(INDArray weights) {
        int outputs = (int) weights.size(0);
        int height = (int) weights.size(1);
        int width = (int) weights.size(2);
        int inputs = (int) weights.size(3);
        int[] sources = new int[Math.toIntExact(weights.length())];
        int at = 0;
        for (int i = 0; i < inputs; i++) {
            for (int y = height - 1; y >= 0; y--) {
                for (int x = width - 1; x >= 0; x--) {
                    for (int o = 0; o < outputs; o++) {
                        sources[at] = ((o * height + y) * width + x) * inputs + i;
                        at++;
                    }
                }
            }
        }
        return sources;
    }
}
