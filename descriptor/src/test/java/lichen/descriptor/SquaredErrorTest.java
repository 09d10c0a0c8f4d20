package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SquaredErrorTest {
    @Nested
    class Plain extends DistanceContract {
        @Override
        protected Distance distance() {
            return new SquaredError(Map.of(), false);
        }
    }

    @Nested
    class WeightedAndNormalized extends DistanceContract {
        @Override
        protected Distance distance() {
            return new SquaredError(Map.of("second", 3.0), true);
        }
    }

    @Test
    void isTheWeightedSumOfTheLayersMeans() {
        assertThat(distance(new SquaredError(Map.of("b", 2.0), false))).isCloseTo(4.5 + 2 * 8, within(1e-6));
    }

    @Test
    void isOneForASignatureOfZerosWhenNormalized() {
        try (TensorScope scope = new TensorScope()) {
            Signature zero = new Signature(Map.of("a", scope.of(new float[] {0, 0}, 2)));
            Signature target = new Signature(Map.of("a", scope.of(new float[] {3, -7}, 2)));

            assertThat(new SquaredError(Map.of(), true)
                            .between(zero, target, scope)
                            .value())
                    .isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void refusesAWeightForALayerThatIsNotCompared() {
        assertThatThrownBy(() -> new SquaredError(Map.of("conv9", 1.0), false).requireLayers(List.of("conv1")))
                .hasMessage("weights names the layer conv9, which is not compared: [conv1]");
    }

    @Test
    void refusesANegativeWeight() {
        assertThatThrownBy(() -> new SquaredError(Map.of("conv1", -1.0), false))
                .hasMessage("weights must not be negative, but is -1.0");
    }

    private static double distance(SquaredError error) {
        try (TensorScope scope = new TensorScope()) {
            Signature z =
                    new Signature(Map.of("a", scope.of(new float[] {3, 0}, 2), "b", scope.of(new float[] {0, 4}, 2)));
            Signature zero =
                    new Signature(Map.of("a", scope.of(new float[] {0, 0}, 2), "b", scope.of(new float[] {0, 0}, 2)));
            return error.between(z, zero, scope).value();
        }
    }
}
