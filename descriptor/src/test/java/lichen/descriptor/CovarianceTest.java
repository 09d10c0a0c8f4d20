package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class CovarianceTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return new Covariance();
    }

    @Test
    void isTheMeanAndTheMeanProductOfDeviations() {
        assertThat(covariance(new float[] {1, 20, 3, 10}))
                .containsExactly(new double[] {2, 15, 1, -5, -5, 25}, within(1e-5));
    }

    @Test
    void isInvariantToPixelPermutation() {
        assertThat(covariance(new float[] {3, 10, 1, 20}))
                .containsExactly(covariance(new float[] {1, 20, 3, 10}), within(1e-5));
    }

    /** Of two pixels with two channels. */
    private static double[] covariance(float[] values) {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(values, 1, 1, 2, 2);
            return HostMemory.toDoubles(new Covariance().ofLayer(map, scope).value());
        }
    }
}
