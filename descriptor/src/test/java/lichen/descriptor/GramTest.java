package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class GramTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return new Gram();
    }

    @Test
    void isTheMeanProductOfEachPairOfChannels() {
        assertThat(gram(new float[] {1, 2, 3, 4})).containsExactly(new double[] {5, 7, 7, 10}, within(1e-6));
    }

    @Test
    void isInvariantToPixelPermutation() {
        assertThat(gram(new float[] {3, 4, 1, 2})).containsExactly(gram(new float[] {1, 2, 3, 4}), within(1e-6));
    }

    /** The Gram matrix of two pixels with two channels. */
    private static double[] gram(float[] values) {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(values, 1, 1, 2, 2);
            return HostMemory.toDoubles(new Gram().ofLayer(map, scope).value());
        }
    }
}
