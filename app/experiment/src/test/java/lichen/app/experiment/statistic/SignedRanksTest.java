package lichen.app.experiment.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignedRanksTest {
    /** All on one side: two of the 2^n signs are as far out. */
    @Test
    void ofDifferencesOnOneSideIsTwoInTwoToThePowerOfTheirNumber() {
        assertThat(SignedRanks.probability(new double[] {1, 2, 3, 4, 5, 6}).orElseThrow())
                .isCloseTo(2.0 / 64, within(1e-12));
        assertThat(SignedRanks.probability(new double[] {-1, -2, -3, -4, -5}).orElseThrow())
                .isCloseTo(2.0 / 32, within(1e-12));
    }

    /** R: wilcox.test(c(1.83,0.50,1.62,2.48,1.68,1.88,1.55,3.06,1.30), c(0.878,0.647,0.598,2.05,1.06,1.29,1.06,3.14,1.29), paired = TRUE). */
    @Test
    void isThatOfHollanderAndWolfesDepressionScores() {
        double[] first = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] second = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }

        assertThat(SignedRanks.probability(differences).orElseThrow()).isCloseTo(0.0390625, within(1e-9));
    }

    @Test
    void doesNotDependOnTheUnitOrTheSide() {
        double[] differences = {0.3, -0.1, 0.7, 0.2, 0.9, -0.05, 0.4};
        double[] turned = new double[differences.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -100 * differences[i];
        }

        assertThat(SignedRanks.probability(turned)).isEqualTo(SignedRanks.probability(differences));
    }

    @Test
    void leavesOutPairsThatDoNotDiffer() {
        assertThat(SignedRanks.probability(new double[] {0, 1, 2, 0, 3, 4, 5, 0}))
                .isEqualTo(SignedRanks.probability(new double[] {1, 2, 3, 4, 5}));
        assertThat(SignedRanks.probability(new double[] {0, 0, 1})).isEmpty();
    }
}
