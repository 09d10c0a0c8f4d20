package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import lichen.core.tensor.HostMemory;
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

    /** Three pixels with two channels. */
    private static float[] histogram(float[] values) {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(values, 1, 1, 3, 2);
            return HostMemory.toFloats(new Histogram(3).ofLayer(map, scope).value());
        }
    }
}
