package lichen.model.foreign;

import lichen.core.npy.NdArray;

/** The kernels of convolutions as other programs keep them. */
public final class Kernels {
    private Kernels() {}

    /**
     * Brings channels to the end, {@code [O,I/groups,kH,kW] -> [O,kH,kW,I]}, with zeros where a group of outputs does not look.
     *
     * @param groups how many parts inputs and outputs are divided into; 1 for a convolution of all
     */
    public static NdArray<float[]> channelsLast(NdArray<float[]> weights, int groups) {
        int[] shape = weights.shape();
        int inGroup = shape[1];
        int inputs = inGroup * groups;
        int taps = shape[2] * shape[3];
        float[] to = new float[shape[0] * taps * inputs];
        float[] from = weights.values();
        for (int i = 0; i < from.length; i++) {
            int tap = i % taps;
            int channel = i / taps % inGroup;
            int output = i / taps / inGroup;
            int group = output / (shape[0] / groups);
            to[(output * taps + tap) * inputs + group * inGroup + channel] = from[i];
        }
        return NdArray.of(to, shape[0], shape[2], shape[3], inputs);
    }
}
