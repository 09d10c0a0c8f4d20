package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class GapTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return new Gap();
    }

    @Test
    void isTheMeanOfEachChannel() {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(new float[] {1, 10, 2, 20, 3, 30, 6, 40}, 1, 2, 2, 2);

            assertThat(HostMemory.toDoubles(new Gap().ofLayer(map, scope).value()))
                    .containsExactly(new double[] {3, 25}, within(1e-6));
        }
    }

    @Test
    void givesTheSameGradientToEveryPixel() {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.array(1, 2, 2, 2);
            INDArray gradient = new Gap().ofLayer(map, scope).pullback().apply(scope.of(new float[] {4, 8}, 2));

            assertThat(gradient.shape()).containsExactly(1, 1, 1, 2);
            assertThat(HostMemory.toFloats(gradient)).containsExactly(1, 2);
        }
    }
}
