package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ViewsTest {
    @Test
    void areTheSameMemory() {
        try (TensorScope scope = new TensorScope()) {
            INDArray vector = scope.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, 8);

            INDArray view = Views.of(vector, 2, 2, 3);
            view.muli(10);

            assertThat(HostMemory.toFloats(view)).containsExactly(20, 30, 40, 50, 60, 70);
            assertThat(HostMemory.toFloats(vector)).containsExactly(0, 1, 20, 30, 40, 50, 60, 70);
        }
    }
}
