package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.factory.Nd4j;

class ActivationsTest {
    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void leakyReluHasTheBitsOfTheNativeOperation() {
        float[] numbers = RandomTensors.numbers(8 * 8 * 12, 11);
        float[] edges = {0, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -1e-38f};
        System.arraycopy(edges, 0, numbers, 0, edges.length);
        INDArray x = scope.of(numbers, 1, 8, 8, 12);
        for (double slope : new double[] {0.01, 0.2, 0.3}) {
            INDArray expected = scope.array(x.shape());
            Nd4j.getExecutioner().exec(new LeakyReLU(x, expected, slope));
            INDArray y = scope.array(x.shape());

            Activations.leakyRelu(x, slope, y).run();

            assertThat(bits(y)).containsExactly(bits(expected));
        }
    }

    private static int[] bits(INDArray array) {
        float[] numbers = HostMemory.toFloats(array);
        int[] bits = new int[numbers.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(numbers[i]);
        }
        return bits;
    }
}
