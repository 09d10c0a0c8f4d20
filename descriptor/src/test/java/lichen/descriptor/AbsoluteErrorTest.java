package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AbsoluteErrorTest {
    @Nested
    class Plain extends DistanceContract {
        @Override
        protected Distance distance() {
            return new AbsoluteError(Map.of(), false);
        }

        @Override
        protected double step() {
            return 1e-4;
        }
    }

    @Nested
    class WeightedAndNormalized extends DistanceContract {
        @Override
        protected Distance distance() {
            return new AbsoluteError(Map.of("second", 3.0), true);
        }

        @Override
        protected double step() {
            return 1e-4;
        }
    }

    @Test
    void isTheWeightedSumOfTheLayersMeans() {
        assertThat(distance(new AbsoluteError(Map.of("b", 3.0), false), 0)).isCloseTo(1.5 + 3 * 2, within(1e-6));
    }

    @Test
    void isOneForEachLayerOfZerosWhenNormalized() {
        assertThat(distance(new AbsoluteError(Map.of(), true), 1)).isCloseTo(2, within(1e-6));
    }

    @Test
    void refusesAWeightForALayerThatIsNotCompared() {
        assertThatThrownBy(() -> new AbsoluteError(Map.of("conv9", 1.0), false).requireLayers(List.of("conv1")))
                .hasMessage("weights names the layer conv9, which is not compared: [conv1]");
    }

    /** Between numbers and zeros, or between zeros and numbers. */
    private static double distance(AbsoluteError error, int target) {
        try (TensorScope scope = new TensorScope()) {
            Signature z =
                    new Signature(Map.of("a", scope.of(new float[] {3, 0}, 2), "b", scope.of(new float[] {0, -4}, 2)));
            Signature zero =
                    new Signature(Map.of("a", scope.of(new float[] {0, 0}, 2), "b", scope.of(new float[] {0, 0}, 2)));
            return (target == 0 ? error.between(z, zero, scope) : error.between(zero, z, scope)).value();
        }
    }
}
