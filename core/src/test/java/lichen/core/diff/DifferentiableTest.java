package lichen.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferentiableTest {
    private static final Differentiable<Double, Double> SQUARE =
            x -> new Evaluation<>(x * x, cotangent -> 2 * x * cotangent);
    private static final Differentiable<Double, Double> TRIPLE =
            x -> new Evaluation<>(3 * x, cotangent -> 3 * cotangent);

    @Test
    void composesValuesInOrder() {
        assertThat(SQUARE.then(TRIPLE).at(2.0).value()).isEqualTo(12);
        assertThat(TRIPLE.then(SQUARE).at(2.0).value()).isEqualTo(36);
    }

    @Test
    void composesGradientsByTheChainRule() {
        assertThat(TRIPLE.then(SQUARE).at(2.0).pullback().apply(1.0)).isEqualTo(36);
        assertThat(SQUARE.then(SQUARE).at(2.0).pullback().apply(0.5)).isEqualTo(16);
    }
}
