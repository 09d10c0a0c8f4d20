package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatentDivergenceTest {
    private static final float[] MEANS = {0.3f, -1.2f, 2};
    private static final float[] DEVIATIONS = {0.2f, 0.9f, 0.5f};

    private final LatentDivergence divergence = new LatentDivergence(0.5, 10);

    @Test
    void isZeroForTheNumbersThatSamplesAreMadeOf() {
        assertThat(divergence.value(new float[2], new float[] {1, 1})).isZero();
        assertThat(divergence.value(MEANS, DEVIATIONS)).isPositive();
    }

    @Test
    void itsGradientAgreesWithCentralDifferences() {
        float[] ofMeans = new float[3];
        float[] ofDeviations = new float[3];
        divergence.gradient(MEANS, DEVIATIONS, 2, ofMeans, ofDeviations);
        for (int i = 0; i < 3; i++) {
            assertThat(ofMeans[i]).isCloseTo((float) (2 * slope(MEANS, i)), within(2e-3f));
            assertThat(ofDeviations[i]).isCloseTo((float) (2 * slope(DEVIATIONS, i)), within(2e-2f));
        }
    }

    private double slope(float[] numbers, int i) {
        float step = 1e-2f;
        float before = numbers[i];
        numbers[i] = before + step;
        double above = divergence.value(MEANS, DEVIATIONS);
        numbers[i] = before - step;
        double below = divergence.value(MEANS, DEVIATIONS);
        numbers[i] = before;
        return (above - below) / (2 * step);
    }

    @Test
    void growsToItsWeight() {
        assertThat(divergence.weight(0)).isZero();
        assertThat(divergence.weight(5)).isEqualTo(0.25);
        assertThat(divergence.weight(40)).isEqualTo(0.5);
        assertThat(new LatentDivergence(0.5, 0).weight(0)).isEqualTo(0.5);
    }
}
