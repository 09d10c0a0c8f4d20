package lichen.core.wave;

import java.util.Arrays;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The amplitudes of the waves of columns 0 to n/2, from the powers of all waves, and the way back: the other columns hold the
 * same again.
 *
 * @param side n
 * @param channels C
 */
record HalfPlane(int side, int channels) {
    /** Added to a power, whose square root would have no slope at 0. */
    private static final double FLOOR = 1e-8;

    /** The square roots of the powers, times the scale, plus 1e-8: {@code [C][n,n] -> [C,n,n/2+1]}. */
    INDArray amplitudes(float[] power, double scale, TensorScope scope) {
        float[] amplitudes = scope.floats(channels * side * columns());
        for (int i = 0; i < amplitudes.length; i++) {
            amplitudes[i] = (float) amplitude(power[wave(i)], scale);
        }
        return scope.of(amplitudes, channels, side, columns());
    }

    /**
     * What the transform of each wave is multiplied by on the way back, as many as there are powers: twice the gradient of the power,
     * half of it at k and half at -k.
     */
    float[] factors(INDArray cotangent, float[] power, double scale, TensorScope scope) {
        float[] slopes = scope.floatsOf(cotangent);
        float[] factors = scope.floats(power.length);
        Arrays.fill(factors, 0);
        for (int i = 0; i < slopes.length; i++) {
            int wave = wave(i);
            int plane = wave - wave % (side * side);
            double factor = slopes[i] / amplitude(power[wave], scale) / 2 * scale;
            factors[wave] += (float) factor;
            factors[plane + PairedWaves.opposite(wave - plane, side)] += (float) factor;
        }
        return factors;
    }

    private static double amplitude(float power, double scale) {
        return Math.sqrt(power * scale + FLOOR);
    }

    /** Where a number of the half-plane stands in the full one, over all channels. */
    private int wave(int number) {
        return number / columns() * side + number % columns();
    }

    private int columns() {
        return side / 2 + 1;
    }
}
