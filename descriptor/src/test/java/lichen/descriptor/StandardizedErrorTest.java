package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardizedErrorTest {
    private static final float[] TARGET = {-1, 0, 1, -10, 0, 10};

    @Nested
    class Plain extends DistanceContract {
        @Override
        protected Distance distance() {
            return new StandardizedError(Map.of());
        }
    }

    @Nested
    class Weighted extends DistanceContract {
        @Override
        protected Distance distance() {
            return new StandardizedError(Map.of("second", 3.0));
        }
    }

    @Test
    void isOneForTheMeanOfEveryRowWhateverItsSpread() {
        assertThat(distance(new float[6], TARGET)).isCloseTo(1, within(1e-6));
    }

    @Test
    void measuresEachRowInItsOwnUnit() {
        float[] shifted = {-2, -1, 0, -20, -10, 0}; // by 1 and by 10; the variances are 2/3 and 200/3
        assertThat(distance(shifted, TARGET)).isCloseTo(1.5, within(1e-6));
    }

    @Test
    void doesNotDivideByTheSpreadOfATargetWithoutAny() {
        assertThat(distance(new float[] {1, 1, 1, 3, 3, 3}, new float[6])).isCloseTo(5, within(1e-6));
    }

    @Test
    void refusesAWeightForALayerThatIsNotCompared() {
        assertThatThrownBy(() -> new StandardizedError(Map.of("conv9", 1.0)).requireLayers(List.of("conv1")))
                .hasMessage("weights names the layer conv9, which is not compared: [conv1]");
    }

    /** Of two rows of three numbers. */
    private static double distance(float[] numbers, float[] target) {
        try (TensorScope scope = new TensorScope()) {
            return new StandardizedError(Map.of())
                    .between(
                            new Signature(Map.of("layer", scope.of(numbers, 2, 3))),
                            new Signature(Map.of("layer", scope.of(target, 2, 3))),
                            scope)
                    .value();
        }
    }
}
