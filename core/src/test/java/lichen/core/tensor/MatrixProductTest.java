package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class MatrixProductTest {
    private final TensorScope scope = new TensorScope();
    private final INDArray a = scope.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
    private final INDArray b = scope.of(new float[] {1, 0, -1, 2, 1, 0}, 3, 2);

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void multipliesTheTransposeWithAMatrix() {
        INDArray product = scope.array(2, 2);
        MatrixProduct.transposedTimes(a, b, product);

        assertThat(HostMemory.toFloats(product)).containsExactly(new float[] {3, 6, 4, 8}, within(1e-6f));
    }

    @Test
    void multipliesMatrices() {
        INDArray product = scope.array(3, 2);
        MatrixProduct.times(a, scope.of(new float[] {1, 2, 3, 4}, 2, 2), product);

        assertThat(HostMemory.toFloats(product)).containsExactly(new float[] {7, 10, 15, 22, 23, 34}, within(1e-6f));
    }

    @Test
    void sumsEachChannelOverAllPixels() {
        INDArray sums = scope.array(2);
        MatrixProduct.channelSums(a, scope.of(new float[] {1, 1, 1}, 3), sums);

        assertThat(HostMemory.toFloats(sums)).containsExactly(new float[] {9, 12}, within(1e-6f));
    }

    @Test
    void sumsAQuarterOfAMillionPixelsToSixDigits() {
        int pixels = 512 * 512;
        float[] values = RandomTensors.numbers(pixels, 5);
        double expected = 0;
        for (int i = 0; i < pixels; i++) {
            values[i] += 2;
            expected += values[i];
        }
        INDArray ones = scope.array(pixels);
        ones.assign(1);
        INDArray sum = scope.array(1);
        MatrixProduct.channelSums(scope.of(values, pixels, 1), ones, sum);

        assertThat(HostMemory.toDoubles(sum)[0] / expected).isCloseTo(1, within(1e-5));
    }
}
