package lichen.app.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void isTheQuotientOfGeometricMeans() {
        Difference difference =
                Difference.of(new double[] {Math.log(0.5), Math.log(0.125), Math.log(2), Math.log(0.5)});
        assertThat(difference.quotient()).isCloseTo(0.5, within(1e-12));
        assertThat(difference.photographs()).isEqualTo(4);
        assertThat(difference.wins()).isEqualTo(3);
    }

    @Test
    void hasTheIntervalOfTheMeanOfManyPhotographs() {
        double[] differences = new double[400];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = 0.3 + (i % 2 == 0 ? 1 : -1);
        }
        Difference difference = Difference.of(differences);
        double half = 1.96 / Math.sqrt(differences.length);
        assertThat(Math.log(difference.low())).isCloseTo(0.3 - half, within(0.1 * half));
        assertThat(Math.log(difference.high())).isCloseTo(0.3 + half, within(0.1 * half));
    }

    @Test
    void isCertainWhereAllPhotographsSayTheSame() {
        Difference difference = Difference.of(new double[] {-1, -1, -1});
        assertThat(difference.low()).isCloseTo(Math.exp(-1), within(1e-12));
        assertThat(difference.high()).isCloseTo(Math.exp(-1), within(1e-12));
    }
}
