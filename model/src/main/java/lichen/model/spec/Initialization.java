package lichen.model.spec;

import java.util.random.RandomGenerator;
import lichen.core.npy.NdArray;

/** How untrained weights {@code [O,k,k,I]} are drawn. */
public enum Initialization {
    /** Filters of length 1, at right angles to each other as far as there is room. Source: Saxe et al. (2014). */
    ORTHOGONAL {
        @Override
        NdArray<float[]> draw(int outputs, int side, int inputs, boolean centred, RandomGenerator random) {
            float[] numbers = new float[outputs * side * side * inputs];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) random.nextGaussian();
            }
            NdArray<float[]> drawn = NdArray.of(numbers, outputs, side, side, inputs);
            int room = side * side * inputs - (centred ? inputs : 0);
            return Filters.orthogonal(centred ? Filters.centred(drawn) : drawn, room);
        }
    },
    /** Uniform in +-sqrt(6 / (fan in + fan out)). Source: Glorot and Bengio (2010), equation 16. */
    GLOROT {
        @Override
        NdArray<float[]> draw(int outputs, int side, int inputs, boolean centred, RandomGenerator random) {
            NdArray<float[]> drawn = Filters.glorot(outputs, side, inputs, random);
            return centred ? Filters.centred(drawn) : drawn;
        }
    };

    /** Draws weights; centred ones have no mean over space. */
    abstract NdArray<float[]> draw(int outputs, int side, int inputs, boolean centred, RandomGenerator random);
}
