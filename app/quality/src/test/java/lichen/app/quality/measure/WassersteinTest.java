package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WassersteinTest {
    @Test
    void isTheMeanDifferenceOfSortedNumbers() {
        assertThat(Wasserstein.between(new float[] {3, 1, 2}, new float[] {2, 4, 3}))
                .isEqualTo(1);
    }

    @Test
    void isTheAreaBetweenQuantileFunctionsOfSetsOfDifferentSizes() {
        // Quantiles 0, 0, 1, 1 (halves) against 0, 0.5, 1 (thirds): differences 0 | 0.5 | 0.5 | 0 of a third and two
        // sixths.
        assertThat(Wasserstein.between(new float[] {0, 1}, new float[] {0.5f, 0, 1}))
                .isCloseTo(0.5 / 3, within(1e-12));
    }

    @Test
    void doesNotChangeWhereASetIsRepeated() {
        assertThat(Wasserstein.between(new float[] {1, 5, 2, 1, 5, 2}, new float[] {5, 1, 2}))
                .isZero();
    }
}
