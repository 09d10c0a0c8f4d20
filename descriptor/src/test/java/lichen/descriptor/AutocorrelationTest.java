package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class AutocorrelationTest {
    @Nested
    class Normalized extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Autocorrelation(2, true);
        }
    }

    @Nested
    class Plain extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Autocorrelation(3, false);
        }
    }

    @Test
    void isTheMeanOfAPlainSumOverPairs() {
        int height = 5;
        int width = 6;
        float[] map = RandomTensors.numbers(height * width, 4);
        double mean = 0;
        for (float number : map) {
            mean += number / map.length;
        }
        double sum = 0;
        for (int y = 0; y + 1 < height; y++) {
            for (int x = 2; x < width; x++) {
                sum += (map[y * width + x] - mean) * (map[(y + 1) * width + x - 2] - mean);
            }
        }
        double[] numbers = autocorrelation(map, height, width, false);

        assertThat(numbers).hasSize(13);
        assertThat(numbers[3]).as("displaced by [-2, 1]").isCloseTo(sum / (4 * 4), within(1e-6));
    }

    /** Stripes of two columns each: at two columns the opposite, at four the same. */
    @Test
    void findsThePeriodOfStripes() {
        float[] map = new float[16 * 16];
        for (int i = 0; i < map.length; i++) {
            map[i] = i / 2 % 2;
        }
        double[] numbers = autocorrelation(map, 16, 16, 4, true);

        assertThat(numbers[1]).isCloseTo(-1, within(1e-5));
        assertThat(numbers[3]).isCloseTo(1, within(1e-5));
    }

    @Test
    void isZeroWithoutAGradientWhereAChannelDoesNotVary() {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.array(1, 4, 4, 1);
            map.assign(0.5);
            Evaluation<INDArray, INDArray> numbers = new Autocorrelation(1, true).ofLayer(map, scope);
            INDArray gradient = numbers.pullback().apply(scope.of(new float[] {1, 2, 3, 4}, 1, 4));

            assertThat(HostMemory.toFloats(numbers.value())).containsOnly(0);
            assertThat(HostMemory.toFloats(gradient)).containsOnly(0);
        }
    }

    @Test
    void refusesAReachOutOfTheMap() {
        assertThatThrownBy(() -> autocorrelation(new float[16], 2, 8, true))
                .hasMessage("reach must be less than the extents of the feature maps, but is 2 for 8 x 2");
    }

    private static double[] autocorrelation(float[] map, int height, int width, boolean normalized) {
        return autocorrelation(map, height, width, 2, normalized);
    }

    private static double[] autocorrelation(float[] map, int height, int width, int reach, boolean normalized) {
        try (TensorScope scope = new TensorScope()) {
            INDArray tensor = scope.of(map, 1, height, width, 1);
            return HostMemory.toDoubles(new Autocorrelation(reach, normalized)
                    .ofLayer(tensor, scope)
                    .value());
        }
    }
}
