package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class HistogramTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return new Histogram(11);
    }

    @Override
    protected double step() {
        return SORTED;
    }

    @Test
    void isTheSortedActivationsOfEachChannel() {
        assertThat(histogram(new float[] {3, 10, 1, 30, 2, 20})).containsExactly(1, 2, 3, 10, 20, 30);
    }

    @Test
    void isInvariantToPermutationsOfTheChannelsByThemselves() {
        assertThat(histogram(new float[] {1, 20, 3, 10, 2, 30})).containsExactly(1, 2, 3, 10, 20, 30);
    }

    /** A distribution that was moved and stretched: on the way there it is moved and stretched by a part, and never has two humps. */
    @Test
    void meanOfMovedDistributionsIsTheDistributionMovedHalfWay() {
        try (TensorScope scope = new TensorScope()) {
            Histogram histogram = new Histogram(50);
            float[] numbers = RandomTensors.numbers(50, 1);
            float[] moved = new float[50];
            float[] between = new float[50];
            for (int i = 0; i < numbers.length; i++) {
                moved[numbers.length - 1 - i] = 4 + 3 * numbers[i];
                between[i] = 3 + 2.5f * numbers[i];
            }

            INDArray mean = histogram.mean(
                    List.of(of(histogram, numbers, scope), of(histogram, moved, scope)), List.of(0.25, 0.75), scope);

            assertThat(HostMemory.toDoubles(mean))
                    .containsExactly(HostMemory.toDoubles(of(histogram, between, scope)), within(1e-5));
        }
    }

    private static INDArray of(Histogram histogram, float[] numbers, TensorScope scope) {
        return histogram
                .ofLayer(scope.of(numbers, 1, 1, numbers.length, 1), scope)
                .value();
    }

    /** Three pixels with two channels. */
    private static float[] histogram(float[] values) {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(values, 1, 1, 3, 2);
            return HostMemory.toFloats(new Histogram(3).ofLayer(map, scope).value());
        }
    }
}
