package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;

class EuclideanTest extends DistanceContract {
    @Override
    protected Distance distance() {
        return new Euclidean();
    }

    @Test
    void isTheLengthOfTheDifferenceOverAllLayers() {
        try (TensorScope scope = new TensorScope()) {
            Signature z =
                    new Signature(Map.of("a", scope.of(new float[] {3, 0}, 2), "b", scope.of(new float[] {0, 4}, 2)));
            Signature zero =
                    new Signature(Map.of("a", scope.of(new float[] {0, 0}, 2), "b", scope.of(new float[] {0, 0}, 2)));

            assertThat(new Euclidean().between(z, zero, scope).value()).isCloseTo(5, within(1e-6));
        }
    }
}
