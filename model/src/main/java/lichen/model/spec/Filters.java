package lichen.model.spec;

import java.util.random.RandomGenerator;
import lichen.core.npy.NdArray;
import lichen.core.random.GramSchmidt;

/** Untrained weights of convolutions, {@code [O,k,k,I]}. */
final class Filters {
    private Filters() {}

    /** Uniform in +-sqrt(6 / (fan in + fan out)). Source: Glorot and Bengio (2010), equation 16. */
    static NdArray<float[]> glorot(int outputs, int side, int inputs, RandomGenerator random) {
        int taps = side * side;
        double bound = Math.sqrt(6.0 / (taps * (double) (inputs + outputs)));
        float[] weights = new float[outputs * taps * inputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextDouble(-bound, bound);
        }
        return NdArray.of(weights, outputs, side, side, inputs);
    }

    /**
     * The same filters without their mean over space, for each input channel: they answer to structure, and not to a map that
     * is the same everywhere.
     */
    static NdArray<float[]> centred(NdArray<float[]> filters) {
        int[] shape = filters.shape();
        int inputs = shape[3];
        int block = shape[1] * shape[2] * inputs;
        float[] centred = filters.values().clone();
        for (int first = 0; first < centred.length; first += block) {
            for (int i = 0; i < inputs; i++) {
                double sum = 0;
                for (int tap = i; tap < block; tap += inputs) {
                    sum += centred[first + tap];
                }
                for (int tap = i; tap < block; tap += inputs) {
                    centred[first + tap] -= (float) (sum * inputs / block);
                }
            }
        }
        return NdArray.of(centred, shape);
    }

    /**
     * The same filters made orthonormal by the method of Gram and Schmidt, in groups of at most as many as there is room
     * for: the dimensions of the space that they are drawn from.
     */
    static NdArray<float[]> orthogonal(NdArray<float[]> filters, int room) {
        int outputs = filters.shape()[0];
        int block = filters.values().length / outputs;
        double[][] rows = new double[outputs][block];
        float[] orthogonal = new float[filters.values().length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < block; i++) {
                rows[o][i] = filters.values()[o * block + i];
            }
            double length = GramSchmidt.separate(rows, o - o % room, o);
            for (int i = 0; i < block; i++) {
                rows[o][i] += (1 / length - 1) * rows[o][i];
                orthogonal[o * block + i] = (float) rows[o][i];
            }
        }
        return NdArray.of(orthogonal, filters.shape());
    }
}
