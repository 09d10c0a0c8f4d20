package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ChannelSumsTest {
    @Test
    void addsUpAllPixelsOfABatch() {
        try (TensorScope scope = new TensorScope()) {
            INDArray maps = RandomTensors.tensor(scope, 1, 2, 3, 5, 4);
            INDArray sums = scope.array(4);

            ChannelSums.of(maps, sums, scope).run();

            double[] expected = new double[4];
            double[] numbers = HostMemory.toDoubles(maps);
            for (int i = 0; i < numbers.length; i++) {
                expected[i % 4] += numbers[i];
            }
            assertThat(HostMemory.toDoubles(sums)).containsExactly(expected, within(1e-5));
        }
    }

    @Test
    void keepsSixDigitsOfSumsOfManyNumbers() {
        try (TensorScope scope = new TensorScope()) {
            INDArray maps = scope.array(4, 256, 256, 1);
            maps.assign(0.1);
            INDArray sums = scope.array(1);

            ChannelSums.of(maps, sums, scope).run();

            assertThat(sums.getDouble(0)).isCloseTo(0.1 * 4 * 256 * 256, within(0.05));
        }
    }
}
