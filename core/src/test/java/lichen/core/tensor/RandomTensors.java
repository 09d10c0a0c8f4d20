package lichen.core.tensor;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Random numbers for tests: small magnitudes of both signs, the same each time. */
public final class RandomTensors {
    private RandomTensors() {}

    /** Numbers uniform in [-1,1]. */
    public static float[] numbers(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return values;
    }

    /** A tensor uniform in [-1,1]. */
    public static INDArray tensor(TensorScope scope, long seed, long... shape) {
        int count = 1;
        for (long extent : shape) {
            count *= (int) extent;
        }
        return scope.of(numbers(count, seed), shape);
    }
}
