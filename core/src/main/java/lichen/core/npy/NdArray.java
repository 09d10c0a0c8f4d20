package lichen.core.npy;

import java.lang.reflect.Array;
import java.util.Arrays;
import lichen.core.check.Require;

/**
 * Numbers in 'c' order with their shape: an array as it stands in a file.
 *
 * @param shape the extents; empty for a single number
 * @param values the numbers: {@code float[]} or {@code double[]}, not copied
 * @param <A> {@code float[]} or {@code double[]}
 */
public record NdArray<A>(int[] shape, A values) {
    /** Checks the type and that the length fits the shape. */
    public NdArray {
        Require.that(values instanceof float[] || values instanceof double[], "values", "must be float[] or double[]");
        long expected = 1;
        for (int extent : shape) {
            expected = Math.multiplyExact(expected, extent);
        }
        int length = Array.getLength(values);
        Require.that(
                length == expected, "values", "must be " + expected + " for " + Arrays.toString(shape) + ": " + length);
    }

    /** Numbers of 32 bits. */
    public static NdArray<float[]> of(float[] values, int... shape) {
        return new NdArray<>(shape, values);
    }

    /** Numbers of 64 bits. */
    public static NdArray<double[]> of(double[] values, int... shape) {
        return new NdArray<>(shape, values);
    }

    /** Numbers of 64 bits in as few as hold them: 32, where none of them would be rounded. */
    public static NdArray<?> narrow(double[] values, int... shape) {
        for (double value : values) {
            if (Double.doubleToRawLongBits((float) value) != Double.doubleToRawLongBits(value)) {
                return of(values, shape);
            }
        }
        return of(of(values, shape).floats(), shape);
    }

    /** How many bytes the numbers take. */
    long bytes() {
        return (long) Array.getLength(values) * (values instanceof double[] ? Double.BYTES : Float.BYTES);
    }

    /** The numbers as 32 bits: the same array, or rounded. */
    public float[] floats() {
        if (values instanceof float[] floats) {
            return floats;
        }
        double[] doubles = (double[]) values;
        float[] rounded = new float[doubles.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) doubles[i];
        }
        return rounded;
    }

    /** The numbers as 64 bits: the same array, or widened. */
    public double[] doubles() {
        if (values instanceof double[] doubles) {
            return doubles;
        }
        float[] floats = (float[]) values;
        double[] widened = new double[floats.length];
        for (int i = 0; i < widened.length; i++) {
            widened[i] = floats[i];
        }
        return widened;
    }
}
