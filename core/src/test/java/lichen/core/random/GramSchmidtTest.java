package lichen.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GramSchmidtTest {
    @Test
    void leavesOfARowWhatStandsAtRightAnglesToThoseThatCount() {
        double[][] rows = {{0, 1, 0}, {0.6, 0, 0.8}, {3, 5, 4}};

        double length = GramSchmidt.separate(rows, 1, 2);

        // (3, 5, 4) less (3 * 0.6 + 4 * 0.8) (0.6, 0, 0.8); the first row does not count.
        assertThat(rows[2]).containsExactly(new double[] {0, 5, 0}, within(1e-12));
        assertThat(length).isEqualTo(5, within(1e-12));
    }
}
